// Builds Storybook and serves the folder below a path, as static hosting does, for the tests.

import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const folder = 'test-results/storybook'
const path = '/some/path'
const port = Number(process.env.STORYBOOK_PORT)

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const build = spawnSync('storybook', ['build', '--output-dir', folder, '--quiet'], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (build.status !== 0)
  throw new Error('Storybook could not be built, so there is nothing to test.')

createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const inside = pathname.startsWith(`${path}/`) ? pathname.slice(path.length) : undefined
  const name = inside?.endsWith('/') ? `${inside}index.html` : inside
  const type = name && types[extname(name)]
  const content = type && (await readFile(join(folder, normalize(name))).catch(() => undefined))
  if (!content) return response.writeHead(404).end()
  // A file with a hash in its name never changes, and static hosting says so.
  const caching = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': caching }).end(content)
}).listen(port, () =>
  process.stdout.write(`Storybook is ready at http://localhost:${port}${path}/\n`),
)
