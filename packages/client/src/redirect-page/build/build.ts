// Makes the redirect page out of its parts: the text of the page and of its module.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The page, the module that exports it, and the script alone. */
export type RedirectPageFiles = { html: string; module: string; script: string }

/** Builds the redirect page. The result is checked in, so that using it needs no build. */
export async function buildRedirectPage(): Promise<RedirectPageFiles> {
  const script = await bundle(here('run.ts'))
  const style = (await readFile(here('style.css'), 'utf8')).replaceAll(/\s*\n\s*/g, '').trim()
  const template = await readFile(here('template.html'), 'utf8')
  const csp = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const html = template
    .replace('{{csp}}', () => csp)
    .replace('{{style}}', () => style)
    .replace('{{script}}', () => script)
  const module = `// The redirect page, made by \`pnpm --filter smartcar-connect redirect-page\`.

export const html: string = ${JSON.stringify(html)}

export const csp: string = ${JSON.stringify(csp)}
`
  return { html, module, script }
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: entry, output: { format: 'iife' } },
      modulePreload: false,
    },
  })
  const [output] = [result].flat()
  if (!output || !('output' in output)) throw new Error('Vite gave no bundle.')
  return output.output[0].code.trim()
}

// https://www.w3.org/TR/CSP3/#framework-directive-source-list
function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
