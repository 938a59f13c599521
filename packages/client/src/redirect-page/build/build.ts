// Makes the redirect page out of its parts: the text of the page and of its module.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** What is built: both forms of the page, and the module that exports them. */
export type RedirectPageFiles = {
  /** The page with its script and style within it. */
  html: string
  /** The script of that page alone. */
  script: string
  /** The page whose script is the file beside it. */
  pageOfTwoFiles: string
  /** That file. It brings the style. */
  scriptFile: string
  /** The text of `page.generated.ts`. */
  module: string
  /** The text of the server's `redirect-page.generated.ts`. */
  serverModule: string
}

/** Where the script is: what a build may put its own address in the place of. */
const scriptAddress = 'smartcar-redirect.js'

/** Builds the redirect page. The result is checked in, so that using it needs no build. */
export async function buildRedirectPage(): Promise<RedirectPageFiles> {
  const script = await bundle(here('run.ts'))
  const style = (await readFile(here('style.css'), 'utf8')).replaceAll(/\s*\n\s*/g, '').trim()
  const scriptFile = await bundle(here('run-with-style.ts'), { STYLE: JSON.stringify(style) })
  const template = await readFile(here('template.html'), 'utf8')
  const csp = policy(hash(script), hash(style))
  const html = fill(template, csp, `<style>${style}</style>`, `<script>${script}</script>`)
  const cspOfTwoFiles = policy("'self'", "'none'")
  const pageOfTwoFiles = fill(
    template,
    cspOfTwoFiles,
    '',
    `<script src="${scriptAddress}"></script>`,
  )
  const serverModule = `// The redirect page, made by \`pnpm --filter smartcar-connect redirect-page\`.

export const html: string = ${JSON.stringify(html)}

export const csp: string = ${JSON.stringify(csp)}
`
  const module = `${serverModule}
export const pageOfTwoFiles: string = ${JSON.stringify(pageOfTwoFiles)}

export const cspOfTwoFiles: string = ${JSON.stringify(cspOfTwoFiles)}

export const scriptFile: string = ${JSON.stringify(scriptFile)}
`
  return { html, script, pageOfTwoFiles, scriptFile: `${scriptFile}\n`, module, serverModule }
}

function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

function fill(template: string, csp: string, style: string, script: string): string {
  return template
    .replace('{{csp}}', () => csp)
    .replace(/\s*\{\{style\}\}/, text => (style ? text.replace('{{style}}', () => style) : ''))
    .replace('{{script}}', () => script)
}

async function bundle(entry: string, define: Record<string, string> = {}): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define,
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
