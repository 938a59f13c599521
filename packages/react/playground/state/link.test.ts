// A link holds the whole state, whatever is in it, and a faulty one says what is wrong.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLink, encodeLink, linkAddress, startState } from './link.ts'
import { defaults, type FieldName, fields, type PlaygroundState } from './playground-state.ts'

const toolbar = { language: 'en', theme: 'light' } as const

// Lone halves of pairs among it; fast-check's own takes seconds to make ready.
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map(codes => String.fromCharCode(...codes))
// Signs that break arguments of Storybook, addresses, JSON and HTML.
const nasty = fc.oneof(
  anyText,
  fc.constantFrom(
    'a:b;c',
    'me@example.com',
    'v1.2.3',
    '"\'`<>&',
    '🚗⚡️',
    '\\n\n\t',
    '=?#%2F+ /',
    '__proto__',
  ),
)
const anyState = fc.record({
  ...Object.fromEntries(
    Object.entries(defaults)
      .filter(([, value]) => value === '')
      .map(([name]) => [name, nasty]),
  ),
  scope: fc.uniqueArray(fc.stringMatching(/^\S{1,20}$/), { maxLength: 10 }),
  singleSelect: fc.boolean(),
  popupWidth: fc.integer({ min: 200, max: 2000 }),
  language: fc.constantFrom('en', 'de', 'zh-Hans'),
  scenario: fc.constantFrom('happy', 'coop', 'access-denied'),
})

test('every state comes back from its link as it was, whatever stands in its texts', () => {
  fc.assert(
    fc.property(anyState, some => {
      // As it is after a reload.
      const state = JSON.parse(JSON.stringify({ ...defaults, ...some }))
      expect(decodeLink(encodeLink(state))).toEqual({ given: state, problems: [] })
    }),
  )
})

test('an address keeps a link as it is: Storybook takes such letters, and nothing is escaped', () => {
  fc.assert(
    fc.property(anyState, some => {
      const state = { ...defaults, ...some } as PlaygroundState
      const address = linkAddress(new URL('https://example.com/docs/storybook/iframe.html'), state)
      expect(address).toMatch(
        /^https:\/\/example\.com\/docs\/storybook\/\?path=\/story\/playground--default&args=link:[a-zA-Z0-9_-]+$/,
      )
    }),
  )
})

test('a link that lost its end, or never was one, says so and changes nothing', () => {
  const link = encodeLink({ ...defaults, scenario: 'coop' })
  for (const broken of [
    link.slice(0, -9),
    link.slice(1),
    '',
    'happy',
    '1-',
    '1-bnVsbA',
    '1-W10',
    '1-%%',
  ]) {
    const { given, problems } = decodeLink(broken)
    expect(given).toEqual({})
    expect(problems).toEqual([expect.stringMatching(/^This link is damaged/)])
  }
})

test('a link of another version says so', () => {
  const { problems } = decodeLink(encodeLink(defaults).replace('1-', '2-'))
  expect(problems).toEqual([expect.stringMatching(/another version/)])
})

test('an old link loses what is gone, and keeps what is good', () => {
  const values = {
    ...defaults,
    scenario: 'gone-since-then',
    make: 'KIA',
    language: 'tlh',
    popupWidth: 1,
    scope: ['read vin'],
    flavour: 'sweet',
    constructor: 1,
  }
  const { given, problems } = decodeLink(encodeLink(values as unknown as PlaygroundState))
  const { scenario, language, popupWidth, scope, ...good } = { ...defaults, make: 'KIA' }
  expect(given).toEqual(good)
  expect(problems).toHaveLength(6)
  expect(problems[0]).toBe('“scenario” cannot be "gone-since-then", so it is "happy" here.')
  expect(problems.at(-1)).toMatch(/“constructor” is nothing that this Playground knows/)
})

test('values by name work where there is no link, such as in a page of the docs', () => {
  const args = { link: undefined, scenario: 'coop', singleSelect: 'true', popupWidth: '400' }
  const { state, problems } = startState(args, toolbar)
  expect(problems).toEqual([])
  expect(state).toEqual({ ...defaults, scenario: 'coop', singleSelect: true, popupWidth: 400 })
})

test('the toolbar gives language and theme, until a link does', () => {
  const dark = { language: 'fr', theme: 'dark' } as const
  expect(startState({}, dark).state).toMatchObject(dark)
  const link = encodeLink({ ...defaults, language: 'de' })
  expect(startState({ link }, dark).state).toMatchObject({ language: 'de', theme: 'light' })
})

test('no field takes the value of another kind', () => {
  for (const name of Object.keys(fields) as FieldName[]) {
    for (const value of [null, undefined, {}, [{}], Number.NaN, 1.5, 'x'.repeat(2001)]) {
      expect(fields[name].read(value), name).toBeUndefined()
    }
  }
})
