// Which language a browser is answered in.

import { expect, test } from 'vitest'
import { permissionNames } from '../world/permissions.ts'
import { languages, wordsFor } from './language.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['en-US,en;q=0.9', 'en-US'],
  ['en-GB,en-US;q=0.9', 'en'],
  ['en-CA', 'en-US'],
  ['en-AU', 'en'],
  ['de-CH,de;q=0.9,en;q=0.8', 'de'],
  ['ja,fr;q=0.4,it;q=0.7', 'it'],
  ['es', 'es-ES'],
  ['es-ES,es', 'es-ES'],
  ['es-MX', 'es-419'],
  ['es-419', 'es-419'],
  ['ar', 'ar'],
  ['ar-EG,en;q=0.5', 'ar'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW,sv;q=0.5', 'sv'],
  ['da;q=0,nl', 'nl'],
  ['constructor', 'en'],
  ['*', 'en'],
])('answers %s in %s', (header, language) => {
  expect(wordsFor(header).language).toBe(language)
})

test('every language has every text, in its own words', () => {
  expect(languages).toHaveLength(13)
  const [english] = languages
  for (const words of languages) {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english ?? {}).sort())
    expect(Object.keys(words.permissions).sort()).toEqual([...permissionNames].sort())
    for (const text of Object.values(words.permissions)) expect(text.trim()).not.toBe('')
    if (!words.language.startsWith('en')) expect(words.allow).not.toBe(english?.allow)
  }
})

test('British and American English differ in the words for cars', () => {
  const [british, american] = ['en-GB', 'en-US'].map(tag => JSON.stringify(wordsFor(tag)))
  expect(british).toContain('tyre')
  expect(british).not.toMatch(/\btire pressure|the trunk/)
  expect(american).toMatch(/tire pressures.*the trunk/)
  expect(american).not.toMatch(/tyre|boot/)
})
