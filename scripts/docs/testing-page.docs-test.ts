// Runs what docs/testing.md prints, as a reader would have it in an app.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { headlessLaunch } from '../browser/browser-launch.ts'
import { freePort } from '../service/free-port.ts'
import { simulatorProgram } from '../service/simulator-program.ts'
import { pageFiles } from './page-files.ts'

mkdirSync('test-results', { recursive: true })
const folder = mkdtempSync(resolve('test-results/testing-page-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// The browser of this machine may be elsewhere than where Playwright puts its own.
const launch = JSON.stringify({ launchOptions: headlessLaunch() })
const files = pageFiles(readFileSync('docs/testing.md', 'utf8'))

function link(name: string, target: string) {
  const path = join(folder, 'node_modules', name)
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(resolve(target), path)
}

for (const [name, published] of [
  ['client', 'smartcar-connect'],
  ['react', 'smartcar-connect-react'],
  ['server', 'smartcar-connect-server'],
  ['simulator', 'smartcar-connect-simulator'],
]) {
  link(`${published}`, `packages/${name}`)
}
for (const name of ['@testing-library/react', 'jsdom', 'happy-dom', 'react', 'react-dom']) {
  link(name, `packages/react/node_modules/${name}`)
}
for (const name of ['vitest', '@vitest/browser-playwright', '@playwright/test', 'playwright']) {
  link(name, `node_modules/${name}`)
}

function write(name: string, text = files.get(name)) {
  if (text === undefined) throw new Error(`docs/testing.md has no ${name}`)
  writeFileSync(join(folder, name), text)
}

/** Runs a command in the folder; gives its output, and how it ended. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { VITEST: _, NODE_OPTIONS: __, ...own } = process.env
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...own, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      output += data
    })
  }
  const code = await new Promise(done => child.once('close', done))
  return { code, output }
}

function vitest(...args: string[]) {
  return run([resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', folder, ...args])
}

for (const name of ['add-car.tsx', 'add-car.test.tsx', 'backend.test.ts', 'vitest.config.ts']) {
  write(name)
}
write('garage.tsx', pageFiles(readFileSync('docs/connected-cars.md', 'utf8')).get('garage.tsx'))
write('garage.test.tsx')
write('package.json', '{ "type": "module" }')

test.each(['jsdom', 'happy-dom'])('the tests of components pass in %s', async environment => {
  const { output } = await vitest('--environment', environment, 'add-car')
  expect(output).toMatch(/Tests .*2 passed/)
})

test.each(['jsdom', 'happy-dom'])('the tests of a garage pass in %s', async environment => {
  const { output } = await vitest('--environment', environment, 'garage')
  expect(output).toMatch(/Tests .*2 passed/)
})

test('the tests of a backend pass', async () => {
  const { output } = await vitest('--environment', 'node', 'backend')
  expect(output).toMatch(/Tests .*2 passed/)
})

test('the tests of components pass in a browser', async () => {
  const config = files.get('vitest.browser.config.ts')
  write('vitest.browser.config.ts', config?.replace('playwright()', `playwright(${launch})`))
  const { output } = await vitest('--config', 'vitest.browser.config.ts')
  expect(output).toMatch(/Tests .*4 passed/)
})

test('a broken component is found, so that a run that passes means something', async () => {
  write('add-car.tsx', files.get('add-car.tsx')?.replace('onSuccess: onCars', ''))
  const { code, output } = await vitest('add-car')
  write('add-car.tsx')
  expect([code, output]).toEqual([1, expect.stringMatching(/Tests .*1 failed/)])
})

test('the end-to-end tests pass', async () => {
  const [simulator, app] = [String(await freePort()), String(await freePort())]
  function onOwnPorts(text = ''): string {
    return text.replaceAll('4010', simulator).replaceAll('3000', app)
  }
  const config = onOwnPorts(files.get('playwright.config.ts'))
    .replace('use: {', `use: { ...${launch},`)
    .replace('npx smartcar-connect-simulator', `"${process.execPath}" ${simulatorProgram()}`)
    .replace('npm run dev', `"${process.execPath}" ${resolve('scripts/docs/testing-app.ts')}`)
  write('playwright.config.ts', config)
  write('connect.spec.ts', onOwnPorts(files.get('connect.spec.ts')))
  const cli = resolve('node_modules/@playwright/test/cli.js')
  const env = { PORT: app, PAGE_FOLDER: folder }
  const { output } = await run([cli, 'test', '--config', 'playwright.config.ts'], env)
  expect(output).toContain('4 passed')
})
