// Every threat and fault of the server half has a test that carries its id in its title.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../../', import.meta.url)
const list = readFileSync(new URL('../PROOFS.md', import.meta.url), 'utf8')

/** `T01` and the files that the list names for it. */
const proofs = new Map(
  [...list.matchAll(/^\| ([TF]\d\d) \| .+ \| (.+) \|$/gm)].map(([, id = '', files = '']) => [
    id,
    [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  ]),
)
const range = (letter: string, from: number, to: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, index) => `${letter}${`${from + index}`.padStart(2, '0')}`,
  )
const wanted = [
  'T01',
  ...range('T', 6, 13),
  ...range('T', 31, 42),
  'T44',
  ...range('F', 20, 27),
  ...range('F', 53, 56),
]

test('the list names every id once', () => {
  expect([...proofs.keys()].sort()).toEqual([...wanted].sort())
  expect(list.match(/^\| [TF]\d\d \|/gm)).toHaveLength(wanted.length)
})

test.each(wanted)('the files listed for %s have a test with that id in its title', id => {
  const files = proofs.get(id) ?? []
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const source = readFileSync(new URL(file, root), 'utf8')
    expect(source, file).toMatch(new RegExp(`['\`]([TF]\\d\\d )*${id}[ :]`))
  }
})

test('every listed file is run: a test, a spec or a contract that one of them calls', () => {
  const contracts = readFileSync(new URL('stores/stores.test.ts', import.meta.url), 'utf8')
  for (const file of [...proofs.values()].flat()) {
    const name = file.split('/').at(-1) ?? ''
    const folder = readdirSync(new URL(file.slice(0, -name.length), root))
    expect(folder).toContain(name)
    expect(/\.(test|spec)\.tsx?$/.test(name) || contracts.includes(`./${name}`), file).toBe(true)
  }
})
