// A developer saves a file while the popup is open.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { smartcarConnect } from 'smartcar-connect/vite'
import { createServer } from 'vite'
import { test } from './own-app.ts'
import { allow, openConnect, signIn } from './through-connect.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

function entryOf(name: string): string {
  return fileURLToPath(import.meta.resolve(name))
}

const page = '<!doctype html><div id="root"></div><script type="module" src="/main.tsx"></script>'
const main = `
  import { createRoot } from 'react-dom/client'
  import { CarButton } from './car-button.tsx'
  createRoot(document.querySelector('#root')!).render(<CarButton />)
`
function button(connectOrigin: string, { label = 'Connect your car', hook = '' }) {
  return `
  import { useState } from 'react'
  import { useSmartcarConnect } from 'smartcar-connect-react'
  export function CarButton() {
    ${hook}
    const connect = useSmartcarConnect({
      clientId: 'demo-client',
      redirectUri: location.origin + '/smartcar-redirect.html',
      connectOrigin: '${connectOrigin}',
      exchange: async () => 'a car',
    })
    return (
      <>
        <button {...connect.buttonProps}>${label}</button>
        <output>{connect.status}</output>
      </>
    )
  }
`
}

test('a session survives an edit of its component, and ends with the component', {
  tag: ['@F50'],
}, async ({ page: tab, simulator }) => {
  // Not below `test-results`, where Vite does not watch files.
  const folder = mkdtempSync(join(tmpdir(), 'smartcar-connect-hot-reload-'))
  function write(name: string, text: string) {
    return writeFileSync(`${folder}/${name}`, text)
  }
  write('index.html', page)
  write('main.tsx', main)
  write('car-button.tsx', button(simulator.origin, {}))
  const server = await createServer({
    configFile: false,
    root: folder,
    cacheDir: `${folder}/cache`,
    logLevel: 'silent',
    plugins: [react(), smartcarConnect()],
    resolve: {
      alias: {
        'smartcar-connect-react': entryOf('smartcar-connect-react'),
        'smartcar-connect': entryOf('smartcar-connect'),
        react: `${root}node_modules/react`,
        'react-dom': `${root}node_modules/react-dom`,
      },
    },
    optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-dev-runtime'] },
    server: { host: 'localhost', port: 0, fs: { allow: [root] } },
  })
  await server.listen()
  await tab.goto(server.resolvedUrls?.local[0] ?? '')
  const popup = await openConnect(tab)
  await signIn(popup)

  write('car-button.tsx', button(simulator.origin, { label: 'Connect another car' }))
  await expect(tab.getByRole('button')).toHaveText('Connect another car')
  await expect(tab.getByRole('status')).toHaveText('waiting')
  await allow(popup)
  await expect(tab.getByRole('status')).toHaveText('connected')

  // With other hooks it is another component to Fast Refresh, so React unmounts the old one.
  write('car-button.tsx', button(simulator.origin, {}))
  const second = await openConnect(tab)
  const closed = second.waitForEvent('close')
  write('car-button.tsx', button(simulator.origin, { hook: 'useState(0)' }))
  await closed
  await expect(tab.getByRole('status')).toHaveText('idle')
  await signIn(await openConnect(tab))
  await server.close()
  rmSync(folder, { recursive: true })
})
