// Tests of pasted-page: the quickstarts have all that a run needs, and nothing that it would leave out.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPastedPage, withPorts } from './pasted-page.ts'

const quickstart = readPastedPage(readFileSync('docs/quickstart.md', 'utf8'))

test('the quickstart has its commands and files', () => {
  expect(quickstart.install).toMatch(/^mkdir (\S+) && cd \1\nnpm init/)
  expect([...quickstart.files.keys()]).toEqual([
    'server.ts',
    'index.html',
    'src/main.tsx',
    'vite.config.ts',
  ])
  expect(quickstart.starts).toEqual([
    'npx smartcar-connect-simulator',
    'node server.ts',
    'npx vite --port 5173 --strictPort',
  ])
})

test.each([
  ['next', 'app/api/smartcar/[...part]/route.ts'],
  ['react-router', 'app/smartcar-route.ts'],
])('the quickstart with %s has the files of its example', (name, route) => {
  const { files } = readPastedPage(readFileSync(`docs/quickstart-${name}.md`, 'utf8'))
  expect([...files.keys()]).toEqual(expect.arrayContaining(['.env', route]))
  for (const [path, code] of files) {
    const example = readFileSync(`apps/examples/${name}/${path}`, 'utf8')
    expect(pasted(code), path).toBe(pasted(example))
  }
})

// Each has its own first comment, and an example is also served in production.
function pasted(code: string): string {
  return code
    .replace(/^(\/\/|#) .*\n/m, '')
    .replace(/^ *allowSimulatorInProduction: .*\n/m, '')
    .replaceAll(/^\n/gm, '')
}

test('the quickstart with React Router has one version of it, that of its example', () => {
  const { install } = readPastedPage(readFileSync('docs/quickstart-react-router.md', 'utf8'))
  const { dependencies } = JSON.parse(
    readFileSync('apps/examples/react-router/package.json', 'utf8'),
  )
  const versions = [...install.matchAll(/react-router(?:\/\w+)?@([\d.]+)/g)].map(
    ([, version]) => version,
  )
  expect(versions).toEqual(Array(3).fill(dependencies['react-router']))
})

test('refuses a block that names no file, and commands that nobody would run', () => {
  const commands = '```sh\nnpm init\n```\n\n```sh\nnode a.ts\n```\n'
  expect(() => readPastedPage(`${commands}\n\`\`\`ts\nimport 'a'\n\`\`\`\n`)).toThrow('line 9')
  expect(() => readPastedPage(commands + commands)).toThrow('4 blocks of commands')
})

test('changes the ports of the page alone', () => {
  expect(withPorts('http://localhost:3000 2026 13000', { 3000: 1 })).toBe(
    'http://localhost:1 2026 13000',
  )
})
