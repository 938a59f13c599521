// Which redirect URIs can work. They are sent as they are written.

import { expect, test } from 'vitest'
import { messageFaults } from '../../test/message-faults.ts'
import { answerNames } from './answer-names.ts'
import { checkedRedirectUri, isSameAddress } from './checked-redirect-uri.ts'

function refusal(redirectUri: string): string {
  try {
    return `accepted ${checkedRedirectUri(redirectUri)}`
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return (error as Error).message
  }
}

test.each([
  'https://app.example',
  'HTTPS://App.Example:443/Back',
  'https://app.example/back?lang=en&x=code',
  'https://app.example/back?encode=1&States=2',
  'http://localhost:5173/smartcar-redirect.html',
])('%s is taken, letter by letter', redirectUri => {
  expect(checkedRedirectUri(redirectUri)).toBe(redirectUri)
})

test.each([
  '',
  '/back',
  '//app.example/back',
  'https://app.example/#x',
  'https://app.example/#',
  ' https://app.example/',
  'https://app.example/a b',
  'https://app.example\\back',
])('%j is refused in words', redirectUri => {
  expect(messageFaults(refusal(redirectUri), 'redirectUri')).toEqual([])
})

test.each(['https://ada@app.example/', 'https://ada:canary-pw@app.example/'])(
  'credentials in %s are refused, and not repeated',
  redirectUri => {
    expect(messageFaults(refusal(redirectUri), 'redirectUri')).toEqual([])
    expect(refusal(redirectUri)).toContain('credentials')
    expect(refusal(redirectUri)).not.toContain('canary-pw')
  },
)

test.each([...answerNames])(
  '%s in the query, which an answer would repeat, is refused',
  {
    tags: ['T12'],
  },
  name => {
    const hidden = `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`
    for (const query of [`${name}=x`, `a=b&${name}`, hidden]) {
      const message = refusal(`https://app.example/back?${query}`)
      expect(messageFaults(message, 'redirectUri'), message).toEqual([])
      expect(message).toContain(` ${name} `)
    }
  },
)

test.each([
  ['https://app.example', 'https://App.Example:443/', true],
  ['https://app.example/back', 'https://app.example/back', true],
  ['https://app.example/back', 'https://app.example/Back', false],
  ['https://app.example/back', 'https://app.example/back/', false],
  ['https://app.example', 'https://app.example.', false],
  ['https://app.example', null, false],
  [null, null, true],
])('%j and %j are the same address: %s', { tags: ['T07'] }, (one, other, same) => {
  expect(isSameAddress(one, other)).toBe(same)
  expect(isSameAddress(other, one)).toBe(same)
})
