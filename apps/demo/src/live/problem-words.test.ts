// A person reads nothing that was written for developers.

import { expect, test } from 'vitest'
import { problemWords } from './problem-words.ts'

test.each([
  ['unreachable', /^We couldn’t reach the server\./],
  ['timeout', /^We couldn’t reach the server\./],
  ['failed', /^The server has a problem/],
  ['refused', /^The server has a problem/],
] as const)('%s is a sentence for the person', (code, sentence) => {
  expect(problemWords({ code })).toMatch(sentence)
})
