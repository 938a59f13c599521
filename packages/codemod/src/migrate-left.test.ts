// What is not safe to move stays as it is, and says so.

import { expect, test } from 'vitest'
import { leftFixtures } from '../test/fixtures/left.ts'
import { migrate } from './migrate.ts'

const project = { hasHooks: true }

test.each(leftFixtures)('$name: is marked', ({ path, text, marks }) => {
  const { left, moved } = migrate(text, path, project)
  expect(moved).toBe(0)
  expect(left.map(({ what }, index) => what.slice(0, marks[index]?.length))).toEqual(marks)
})

test.each(leftFixtures)('$name: nothing else changes', ({ path, text }) => {
  const lines = migrate(text, path, project).text.split('\n')
  const others = lines.filter(line => !line.trim().startsWith('// TODO(smartcar-connect)'))
  expect(others.join('\n')).toBe(text)
})

test.each(leftFixtures)('$name: a second run adds nothing', ({ path, text }) => {
  const once = migrate(text, path, project)
  expect(migrate(once.text, path, project)).toEqual(once)
})

test.each(leftFixtures)('$name: each mark names a section of the guide', ({ path, text }) => {
  for (const { what } of migrate(text, path, project).left) {
    expect(what).toMatch(/ See https:\/\/smartcar-connect\.github\.io\/from-smartcar-auth#[a-z-]+$/)
  }
})

test('one instance is moved beside one that is left, and both imports work', () => {
  const text = `import Smartcar from '@smartcar/auth';
const done = (err, code) => (err ? 0 : code);
const one = new Smartcar({ clientId: 'a', redirectUri: '/a', onComplete: done });
const two = new Smartcar({ clientId: 'b', redirectUri: '/b', onComplete: done });
one.openDialog();
start(two);
`
  const result = migrate(text, 'two.js', project)
  expect(result.moved).toBe(1)
  expect(result.text).toContain(`import Smartcar from '@smartcar/auth';
import { createConnect } from 'smartcar-connect-react';
`)
  expect(result.text).toContain("const one = createConnect({ clientId: 'a'")
  expect(result.text).toContain('one.open();')
  expect(result.text).toContain("const two = new Smartcar({ clientId: 'b'")
  expect(migrate(result.text, 'two.js', project)).toEqual({ ...result, moved: 0 })
})

test('a file without the official SDK stays as it is, and need not be a program', () => {
  expect(migrate('this is no program', 'a.js', project).text).toBe('this is no program')
  const ours = "import { createConnect } from 'smartcar-connect'\ncreateConnect(options).open()\n"
  expect(migrate(ours, 'a.js', project)).toEqual({ text: ours, moved: 0, left: [] })
})

test('a text that is no program is refused with its place', () => {
  const conflict = "import Smartcar from '@smartcar/auth'\n<<<<<<< HEAD\n"
  expect(() => migrate(conflict, 'a.js', project)).toThrow(/left as it is.*\(2:\d+\)/)
})

test.each([
  ['by class', 'err instanceof Smartcar.AccessDenied'],
  ['by name', "err.name === 'AccessDenied'"],
  ['by its vehicle', 'err && err.vehicleInfo'],
])('instances that share a look at errors %s wait for each other', (_how, test) => {
  const text = `import Smartcar from '@smartcar/auth'
const done = (err, code) => ${test} ? 0 : code
const one = new Smartcar({ clientId: 'a', redirectUri: '/a', onComplete: done })
const two = new Smartcar({ clientId: 'b', redirectUri: '/b', onComplete: done })
start(two)
`
  const result = migrate(text, 'two.js', project)
  expect(result.moved).toBe(0)
  expect(result.text.replaceAll(/ *\/\/ TODO.*\n/g, '')).toBe(text)
  expect(result.left.map(({ what }) => what)).toEqual([
    expect.stringContaining('something else in this file has to be moved first'),
    expect.stringContaining('here the instance goes where it was not followed'),
  ])
  const moved = migrate(text.replace('start(two)', 'two.openDialog()'), 'two.js', project)
  expect(moved.moved).toBe(2)
  expect(moved.text).not.toContain('Smartcar(')
})

test('an instance waits where a class of errors was not understood', () => {
  const text = `import Smartcar from '@smartcar/auth'
const done = (err, code) => is(err, Smartcar.AccessDenied) ? 0 : code
new Smartcar({ clientId: 'a', redirectUri: '/a', onComplete: done }).openDialog()
`
  const result = migrate(text, 'one.js', project)
  expect(result.moved).toBe(0)
  expect(result.text.replaceAll(/ *\/\/ TODO.*\n/g, '')).toBe(text)
  expect(result.left.map(({ what }) => what)).toEqual([
    expect.stringContaining("compare the error's `code` with 'access_denied'"),
    expect.stringContaining('something else in this file has to be moved first'),
  ])
})
