// Lists in pages.

import { expect, test } from 'vitest'
import { allPages } from './all-pages.ts'

async function collect(pages: Readonly<Record<string, unknown>>): Promise<[unknown[], string[]]> {
  const asked: string[] = []
  const items: unknown[] = []
  const first = new URL('https://api.example/v3/list?page=1')
  for await (const item of allPages(first, async url => {
    asked.push(url.href)
    return pages[url.search]
  })) {
    items.push(item)
  }
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

test('a next page that was there already ends it', async () => {
  const [items] = await collect({
    '?page=1': { data: [1], links: { next: '?page=2' } },
    '?page=2': { data: [2], links: { next: '?page=1' } },
  })
  expect(items).toEqual([1, 2])
})
