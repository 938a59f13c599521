// Lists in pages.

import { expect, test } from 'vitest'
import { allPages } from './all-pages.ts'

async function collect(pages: Readonly<Record<string, unknown>>): Promise<[unknown[], string[]]> {
  const asked: string[] = []
  const items: unknown[] = []
  const first = new URL('https://api.example/v3/list?page=1')
  async function read(url: URL): Promise<unknown> {
    asked.push(url.href)
    if (asked.length > 20) throw new Error('It is read for ever.')
    return pages[url.search]
  }
  for await (const item of allPages(first, read, 'GET /v3/list')) items.push(item)
  return [items, asked]
}

test('goes on as long as there is a next page', async () => {
  const [items] = await collect({
    '?page=1': { data: [1, 2], links: { next: 'https://api.example/v3/list?page=2' } },
    '?page=2': { data: [], links: { next: '/v3/list?page=3' } },
    '?page=3': { data: [3], links: { next: null } },
  })
  expect(items).toEqual([1, 2, 3])
})

test('never follows a link to another host', async () => {
  const [, asked] = await collect({
    '?page=1': { data: [], links: { next: 'https://evil.example/steal?page=2' } },
    '?page=2': { data: [] },
  })
  expect(asked).toEqual([
    'https://api.example/v3/list?page=1',
    'https://api.example/v3/list?page=2',
  ])
})

const unreadable = { name: 'SmartcarApiError', failure: 'unreadable' }

test.each<[what: string, page: unknown]>([
  ['leads to itself', { data: [1], links: { next: '?page=1' } }],
  ['leads to no address', { data: [1], links: { next: 'https://' } }],
  ['leads on in another form', { data: [1], links: { next: { href: '?page=2' } } }],
  ['has no list', { links: { next: null } }],
  ['has nothing in the place of its list', { data: null }],
  ['has the list of another version', { connections: [1] }],
  ['has no body', undefined],
])('a list whose page %s is no whole list', { tags: ['T36'] }, async (_what, page) => {
  await expect(collect({ '?page=1': page })).rejects.toMatchObject(unreadable)
})

test('pages without items that lead on and on end as an error', { tags: ['T36'] }, async () => {
  let asked = 0
  async function read(): Promise<unknown> {
    asked += 1
    if (asked > 20) throw new Error('It is read for ever.')
    return { data: [], links: { next: `?page=${asked + 1}` } }
  }
  const pages = allPages(new URL('https://api.example/v3/list?page=1'), read, 'GET /v3/list')
  await expect(pages.next()).rejects.toMatchObject(unreadable)
  expect(asked).toBe(10)
})

test('a link that forgets the filter, or has another one, does not list everybody', {
  tags: ['T56'],
}, async () => {
  const filter = 'filter[userId]'
  const asked: string[] = []
  async function read({ searchParams }: URL): Promise<unknown> {
    asked.push(`${searchParams.getAll(filter)} ${searchParams.get('page')}`)
    const next = ['?page=2', '?page=3&filter%5BuserId%5D=bob', null][asked.length - 1]
    return { data: [], links: { next } }
  }
  const first = new URL(`https://api.example/v3/list?${filter}=ada`)
  for await (const _ of allPages(first, read, 'GET /v3/list')) expect.unreachable()
  expect(asked).toEqual(['ada null', 'ada 2', 'ada 3'])
})
