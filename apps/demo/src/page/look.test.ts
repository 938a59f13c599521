// What the address of the page may say, and what goes to the simulator.

import { expect, test, vi } from 'vitest'
import { lookPath, readLanguage, readScenario, readTheme, simulatorFlags } from './look.ts'

const look = { scenario: 'coop', language: 'de', theme: 'dark' } as const

test('the simulator is told the language, the colours and the scenario', () => {
  expect(simulatorFlags(look)).toEqual(look)
  expect(simulatorFlags({ ...look, scenario: '', theme: 'system' })).toEqual({ language: 'de' })
  expect(lookPath(look)).toBe('/language/de/theme/dark/scenario/coop')
})

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['en-US', 'en-US'],
  ['EN-us', 'en-US'],
  ['en-GB', 'en'],
  ['ar-EG', 'ar'],
  ['tlh', 'en'],
])('the language for “%s” is %s', (text, language) => {
  expect(readLanguage(text)).toBe(language)
})

test('without a language in the address it is the first of the browser’s that the page speaks', () => {
  vi.stubGlobal('navigator', { languages: ['tlh', 'fr-CA', 'de'] })
  expect(readLanguage('')).toBe('fr')
  vi.unstubAllGlobals()
})

test('what could not be a scenario or a theme is ignored', () => {
  expect(readScenario('two words: <b>')).toBe('')
  expect(readScenario('needs-reauthentication')).toBe('needs-reauthentication')
  expect(readTheme('sepia')).toBe('system')
})
