// What running a recipe takes beside what stands on its page.

/** A recipe that is run from its page. */
export type RunRecipe = {
  /** The name of its page in docs/recipes. */
  readonly name: string
  /** What somebody who follows it has already, from npm: the runtime, a compiler, types. */
  readonly has: readonly string[]
  /** The command that compiles its files; left out where the recipe's own commands do. */
  readonly check?: readonly string[]
  /** Files that the app has already, because the framework's own starter makes them. */
  readonly given?: Readonly<Record<string, string>>
  /** Whether its page comes from the server with the button in it. */
  readonly isRendered?: boolean
  /** Added to the command that starts it. */
  readonly startArgs?: (port: number) => readonly string[]
  /** The variable that has the address of a PostgreSQL, where it needs one. */
  readonly postgres?: string
}

/** What `nest new` makes of it, as far as this app needs it. */
const nestOptions = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2023',
    rootDir: 'src',
    outDir: 'dist',
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
  },
  include: ['src'],
}

const remixVite = `import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
export default defineConfig({ plugins: [remix()] })
`

const remixRoot = `import { Outlet, Scripts } from '@remix-run/react'
export default function Root() {
  return <html lang="en"><body><Outlet /><Scripts /></body></html>
}
`

/** The strictest options that an app may have. */
function strictOptions(types: readonly string[]): Readonly<Record<string, string>> {
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types,
    module: 'preserve',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
  }
  return {
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['**/*.ts', '**/*.tsx'] }),
  }
}

const compiler = ['typescript', '@types/node']
const check = ['npx', 'tsc']
const compiled = { check, given: strictOptions(['node']) }

/** Every recipe that is run from its page. The others are run as examples. */
export const runRecipes: readonly RunRecipe[] = [
  { name: 'fastify', has: compiler, ...compiled },
  { name: 'nest', has: [], given: { 'tsconfig.json': JSON.stringify(nestOptions) } },
  { name: 'astro', has: [...compiler, '@types/react'], ...compiled, isRendered: true },
  {
    name: 'cloudflare-workers',
    has: compiler,
    ...compiled,
    startArgs: port => ['--port', `${port}`],
    postgres: 'CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE',
  },
  { name: 'deno', has: ['deno'], check: ['deno', 'check', 'server.ts'] },
  { name: 'bun', has: ['bun', 'typescript', '@types/bun'], check, given: strictOptions(['bun']) },
  {
    name: 'remix',
    has: ['@types/node'],
    check,
    given: { ...compiled.given, 'vite.config.ts': remixVite, 'app/root.tsx': remixRoot },
    isRendered: true,
  },
]
