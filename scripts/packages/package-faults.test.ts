// Tests of package-faults: each fault is found, and a sound package has none.

import { expect, test } from 'vitest'
import { adviceOn } from '../../packages/client/src/messages/advice.ts'
import { packageFaults } from './package-faults.ts'

function packed(name: string, files: Record<string, string>, dependencies = {}) {
  const exports = { '.': './dist/index.js', './vite': './dist/vite.js' }
  const manifest = { name, exports, dependencies }
  return {
    manifest,
    files: new Map(Object.entries({ 'dist/index.d.ts': '', 'dist/vite.d.ts': '', ...files })),
  }
}

test('finds nothing in sound packages', () => {
  const react = packed('smartcar-connect-react', { 'dist/index.js': 'let a' })
  const server = packed('smartcar-connect-server', { 'dist/index.js': 'process.env' }, { a: '1' })
  expect([...packageFaults(react), ...packageFaults(server)]).toEqual([])
})

test('finds an export without types', () => {
  const { manifest } = packed('smartcar-connect-server', {})
  const files = new Map([
    ['dist/index.js', ''],
    ['dist/vite.d.ts', ''],
  ])
  expect(packageFaults({ manifest, files })).toEqual([
    'smartcar-connect-server: dist/index.js has no types beside it.',
  ])
})

test('takes the types that an entry names for each of its conditions', () => {
  const { manifest, files } = packed('smartcar-connect-server', {})
  const conditions = {
    types: './dist/index.d.ts',
    development: './dist/development/index.js',
    default: './dist/index.js',
  }
  expect(packageFaults({ manifest: { ...manifest, exports: { '.': conditions } }, files })).toEqual(
    [],
  )
})

test.each(['localStorage', 'process.'])('finds %s in code for browsers, chunks too', word => {
  const client = packed('smartcar-connect', { 'dist/chunk.js': `${word}x` })
  expect(packageFaults(client)).toEqual([`smartcar-connect: dist/chunk.js contains ${word}`])
})

test.each(['console.error(error)', `a = "${adviceOn('expired').trim()}"`])(
  'finds %s outside the files for development, also in the one for a page without a build',
  text => {
    for (const path of ['dist/index.js', 'dist/script/smartcar-connect.js']) {
      expect(packageFaults(packed('smartcar-connect', { [path]: text }))).toHaveLength(1)
    }
    expect(packageFaults(packed('smartcar-connect', { 'dist/development/a.js': text }))).toEqual([])
  },
)

test('lets the Vite plugin use Node', () => {
  expect(packageFaults(packed('smartcar-connect', { 'dist/vite.js': 'process.cwd()' }))).toEqual([])
})

test('finds a dependency of the package that promises none', () => {
  const client = packed('smartcar-connect', {}, { 'left-pad': '1.0.0' })
  expect(packageFaults(client)).toHaveLength(1)
})

test('lets server components have values beside components', () => {
  const react = packed('smartcar-connect-react', {
    'dist/index.js': `import { a } from "./brands.js"\nexport { B } from "./connect/button.js"`,
    'dist/brands.js': 'export let a',
    'dist/connect/button.js': `"use client";\nimport { memo } from "react"`,
  })
  expect(packageFaults(react)).toEqual([])
})

test("finds that 'use client' was lost in the build, however deep", () => {
  const react = packed('smartcar-connect-react', {
    'dist/index.js': `export { a } from './connect/button.js'`,
    'dist/connect/button.js': `import '../context.js'\n'use client'`,
    'dist/context.js': `import { createContext } from 'react'`,
  })
  expect(packageFaults(react)).toEqual([
    "smartcar-connect-react: dist/context.js uses React and has no 'use client'.",
  ])
})

test('finds an export of everything from a client component', () => {
  const react = packed('smartcar-connect-react', {
    'dist/index.js': `'use client'\nexport * from 'smartcar-connect'`,
  })
  expect(packageFaults(react)).toHaveLength(1)
})
