// Tests of the table of texts, on the languages that there are.

import { expect, test } from 'vitest'
import { locales } from '../../../../.storybook/locales.ts'
import { pseudoLocale, pseudoText } from '../../../../.storybook/pseudo-locale.ts'
import { copyRows, filteredRows, textsOf, toCsv } from './copy-deck.ts'

const rows = copyRows(locales)

test('every text of every language is in the table, and the tag of the language is not', () => {
  for (const [at, labels] of locales.entries()) {
    const found = rows.flatMap(({ texts }) => texts[at] ?? [])
    const written = JSON.stringify(labels).match(/:"/g)?.length ?? 0
    expect(found.length, labels.language).toBe(written - 1)
  }
  expect(rows.find(({ key }) => key === 'connect.button')?.texts[0]).toBe('Connect your car')
})

test('finds a word in a key and in any language', () => {
  expect(filteredRows(rows, '  AUTO VERB').map(({ key }) => key)).toContain('connect.button')
  expect(filteredRows(rows, 'popup_blocked').map(({ key }) => key)).toEqual([
    'connect.failed.popup_blocked',
  ])
  expect(filteredRows(rows, '')).toHaveLength(rows.length)
})

test('writes what a spreadsheet reads back, and no formula', () => {
  const texts = ['a "b", c', '=1+1', ' ＝1+1', undefined]
  expect(toCsv(['key', 'en', 'de', 'fr', 'it'], [{ key: 'x', texts }])).toBe(
    '\ufeffkey,en,de,fr,it\r\nx,"a ""b"", c",\'=1+1,\' ＝1+1,',
  )
})

test('a text of the pseudo-locale is two fifths longer, and keeps the names of values', () => {
  const text = 'Your {count} cars are connected.'
  const pseudo = pseudoText(text)
  expect(pseudo).toContain('{count}')
  expect(pseudo).not.toContain('cars')
  expect(pseudo.length).toBeGreaterThanOrEqual(text.length * 1.4)
  expect([...textsOf(pseudoLocale).keys()]).toEqual([...textsOf(locales[0] ?? {}).keys()])
})
