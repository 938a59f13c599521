// Tests of subpath-stubs: what an old tool finds at the root of a package.

import { expect, test } from 'vitest'
import { subpathStubs } from './subpath-stubs.ts'

test('a module gets a folder whose manifest leads to the module and its types', () => {
  const stubs = subpathStubs({ './locales/en': './dist/locales/en.js' })
  expect(stubs).toEqual([
    {
      path: 'locales/en/package.json',
      text: expect.stringContaining('"main": "../../dist/locales/en.js"'),
    },
  ])
  expect(JSON.parse(stubs[0]?.text ?? '').types).toBe('../../dist/locales/en.d.ts')
})

test('of several conditions, the one for everybody counts', () => {
  const conditions = {
    types: './dist/types.d.ts',
    development: './dist/development.js',
    default: './dist/index.js',
  }
  const [stub] = subpathStubs({ './diagnose': conditions })
  expect(JSON.parse(stub?.text ?? '')).toEqual({
    type: 'module',
    main: '../dist/index.js',
    types: '../dist/types.d.ts',
  })
})

test('a style sheet gets a file that imports it, and types', () => {
  const conditions = { types: './dist/styles.css.d.ts', default: './dist/styles.css' }
  expect(subpathStubs({ './styles.css': conditions })).toEqual([
    { path: 'styles.css', text: '@import "./dist/styles.css";\n' },
    { path: 'styles.css.d.ts', text: 'export {}\n' },
  ])
})

test('the main entry and files at the root need nothing', () => {
  expect(
    subpathStubs({
      '.': './dist/index.js',
      './redirect.html': './redirect.html',
      './virtual': { types: './virtual.d.ts' },
    }),
  ).toEqual([])
})
