// Tests of download: what is at load, what is late, and what is the bundler's own.

import { expect, test } from 'vitest'
import { brotliBytes, downloadOf } from './download.ts'

const bytes = brotliBytes

function file(path: string, imports: string[] = [], more = {}) {
  return { path, content: `the content of ${path}`, imports, ...more }
}

test('the entry and all that it imports is there at load', () => {
  const files = [file('entry', ['a']), file('a', ['b']), file('b', ['a'])]
  expect(downloadOf(files)).toEqual({
    atLoad: bytes('the content of entry') + 2 * bytes('the content of a'),
    late: [],
    helper: 0,
  })
})

test('the rest is late, each part by its name', () => {
  const files = [
    file('entry', ['a']),
    file('a'),
    file('shared.js'),
    file('late.js', ['a', 'shared.js'], {
      module: '/app/node_modules/smartcar-connect/dist/answer/read-answer.js',
    }),
  ]
  expect(downloadOf(files).late).toEqual([
    { name: 'answer/read-answer', bytes: bytes('the content of late.js') },
    { name: 'shared', bytes: bytes('the content of shared.js') },
  ])
})

test.each([
  ['dist/answering-DFe2gVrI.js', 'answering'],
  ['dist/errors-DPGVlaC-.js', 'errors'],
  ['dist/resume/resume-exchange.js', 'resume/resume-exchange'],
])('a part in %s is called %s', (path, name) => {
  const late = file('late.js', [], { module: `/app/node_modules/smartcar-connect/${path}` })
  expect(downloadOf([file('entry'), late]).late[0]?.name).toBe(name)
})

test('what the bundler adds to every app is counted apart', () => {
  const helper = file('helper', [], { isHelper: true })
  expect(downloadOf([file('entry', ['helper']), helper])).toEqual({
    atLoad: bytes('the content of entry'),
    late: [],
    helper: bytes('the content of helper'),
  })
})
