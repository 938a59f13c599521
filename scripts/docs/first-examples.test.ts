// What somebody copies must work for them: first examples show failures, and Jest's settings fit each installer.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const pages = ['README.md', 'packages/react/README.md', 'packages/react/docs/introduction.mdx']

test.each(pages)(
  'the first example of %s shows a failure to the person and to the developer',
  page => {
    const [, example = ''] = /```tsx\n(.*?)```/s.exec(readFileSync(page, 'utf8')) ?? []
    expect(example).toContain('<ConnectStatus')
    expect(example).toContain('onError')
  },
)

test('the Jest recipe lets our packages be translated, however they are laid out, and no others', () => {
  const page = readFileSync('docs/testing.md', 'utf8')
  const [, source = ''] = /transformIgnorePatterns: \['(.*?)'\]/.exec(page) ?? []
  const pattern = new RegExp(source.replaceAll('\\\\', '\\'))
  function isIgnored(path: string) {
    return pattern.test(`/app/node_modules/${path}`)
  }
  expect(isIgnored('smartcar-connect/dist/index.js')).toBe(false)
  expect(isIgnored('smartcar-connect-react/dist/index.js')).toBe(false)
  const inPnpm = '.pnpm/smartcar-connect-react@1.0.0_react@19/node_modules/smartcar-connect-react'
  expect(isIgnored(`${inPnpm}/dist/index.js`)).toBe(false)
  expect(isIgnored('react/index.js')).toBe(true)
  expect(isIgnored('.pnpm/react@19.0.0/node_modules/react/index.js')).toBe(true)
})
