// The flags parameter.

import { expect, test } from 'vitest'
import { flagsOf, lookOf, parseFlags } from './flags.ts'

test('reads country and scenario and passes over other flags', () => {
  expect(parseFlags('country:DE scenario:coop tesla_auth:true')).toEqual({
    ok: true,
    flags: { country: 'DE', scenario: 'coop' },
  })
})

test('reads the language and the colours of the pages', () => {
  expect(parseFlags('language:zh-Hans theme:dark')).toMatchObject({
    ok: true,
    flags: { language: 'zh-Hans', theme: 'dark' },
  })
})

test('is the United States without a country', () => {
  expect(parseFlags('')).toEqual({ ok: true, flags: { country: 'US' } })
})

test.each([
  'country',
  'country:',
  ':DE',
  'country:de',
  'country:DEU',
  'a:1 a:2',
  'theme:blue',
  'language:de;q=1',
])('says what is wrong with %s', text => {
  expect(parseFlags(text)).toEqual({ ok: false, problem: expect.stringContaining('flags') })
})

test.each([
  ['language:de theme:dark', { language: 'de', theme: 'dark' }],
  ['country:nowhere theme:light', { theme: 'light' }],
  ['language:de;q=1 theme:blue', {}],
  ['', {}],
] as const)('for an error page, takes what is right of the look in “%s”', (text, look) => {
  expect(lookOf(text)).toEqual(look)
  expect(lookOf(flagsOf(look))).toEqual(look)
})
