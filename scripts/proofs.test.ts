// Every threat and fault has a test that carries its id in its title, or stands in the list of
// what no test can show.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const [shown = '', notShown = ''] = readFileSync('docs/proofs.md', 'utf8').split(
  '## What these tests cannot show',
)

/** Each id, and the files that the list names for it. */
const proofs = new Map<string, string[]>()
for (const [, id = '', files = ''] of shown.matchAll(/^\| ([TF]\d\d) \| .+ \| (.+) \|$/gm)) {
  const named = [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)
  proofs.set(id, [...(proofs.get(id) ?? []), ...named])
}
const excused = [...notShown.matchAll(/^\| ([TF]\d\d) \| .+ \| .+ \|$/gm)].map(([, id = '']) => id)

const files = globSync('{packages,apps,scripts}/**/*.{test,spec}.{ts,tsx}', {
  exclude: path => path.includes('node_modules'),
})

const ids = (letter: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${letter}${`${index + 1}`.padStart(2, '0')}`)
const wanted = [...ids('T', 44), ...ids('F', 58)]

test('the list names every id, and no other', () => {
  const named = new Set([...proofs.keys(), ...excused])
  expect([...named].sort()).toEqual([...wanted].sort())
})

test.each([...proofs])(
  'the files listed for %s have a test with that id in its title',
  (id, files) => {
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      expect(readFileSync(file, 'utf8'), file).toMatch(new RegExp(`['\`]([TF]\\d\\d )*${id}[ :]`))
    }
  },
)

test('no test that carries an id is missing from the list', () => {
  const missing: string[] = []
  for (const file of files) {
    for (const [, ids = ''] of readFileSync(file, 'utf8').matchAll(/['`]((?:[TF]\d\d[ :]+)+)/g)) {
      for (const [id] of ids.matchAll(/[TF]\d\d/g)) {
        if (!proofs.get(id)?.includes(file)) missing.push(`${id} ${file}`)
      }
    }
  }
  expect(files.length).toBeGreaterThan(50)
  expect(missing).toEqual([])
})

test('every listed file is run: a test, a spec or a contract that one of them calls', () => {
  const stores = 'packages/server/src/stores'
  const contracts = readFileSync(`${stores}/stores.test.ts`, 'utf8')
  for (const file of new Set([...proofs.values()].flat())) {
    const contract = file.startsWith(stores) && contracts.includes(file.replace(stores, '.'))
    expect(existsSync(file) && (/\.(test|spec)\.tsx?$/.test(file) || contract), file).toBe(true)
  }
})
