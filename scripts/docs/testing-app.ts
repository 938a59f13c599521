// The smallest app for the end-to-end tests of docs/testing.md: its own button, and a backend in memory.

import { createServer } from 'node:http'
import { build } from 'esbuild'
import { toNodeListener } from '../../packages/server/src/adapters/node.ts'
import { createConnectBackend, createMemoryStore } from '../../packages/server/src/index.ts'

const { PORT = '3000', SMARTCAR_SIMULATOR, PAGE_FOLDER = '.' } = process.env
const origin = `http://localhost:${PORT}`

const page = `import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { AddCar } from './add-car.tsx'
function App() {
  const [cars, setCars] = useState([])
  const list = h('ul', {}, cars.map(({ id, make }) => h('li', { key: id }, make)))
  return h('main', {}, h(AddCar, { onCars: setCars }), list)
}
createRoot(document.getElementById('app')).render(h(App))`

const { outputFiles } = await build({
  stdin: { contents: page, resolveDir: PAGE_FOLDER, loader: 'tsx' },
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  write: false,
  define: { 'process.env.NODE_ENV': '"development"' },
})
const script = outputFiles[0]?.text ?? ''

const smartcar = createConnectBackend({
  applicationId: 'demo-client',
  api: { clientId: 'client_demo', clientSecret: 'demo-machine-secret' },
  simulator: SMARTCAR_SIMULATOR,
  managementToken: 'demo-management-token',
  origins: origin,
  user: () => 'ada',
  scope: ['required:read_vehicle_info', 'read_odometer'],
  store: createMemoryStore(),
})
const backend = toNodeListener(smartcar)

createServer((request, response) => {
  if (request.url?.startsWith('/api/smartcar/')) return backend(request, response)
  const isScript = request.url === '/page.js'
  const html =
    '<!doctype html><title>Cars</title><div id="app"></div><script type="module" src="/page.js"></script>'
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
  response.end(isScript ? script : html)
}).listen(Number(PORT), 'localhost')
