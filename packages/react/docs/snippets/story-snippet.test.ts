// The snippet of every story is what an app can paste: it compiles, and has nothing of the story in it.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { argTypesOf } from '../../../../.storybook/props/arg-types.ts'
import { readProps } from '../../../../apps/reference/src/read-props.ts'
import * as themes from '../themes.stories.tsx'
import { type StoryForSnippet, storySnippet } from './story-snippet.ts'

type Story = Partial<Pick<StoryForSnippet, 'args' | 'argTypes' | 'parameters'>>
type Stories = { default: Story & { title: string } } & Record<string, Story>

const files = import.meta.glob<Stories>('../../src/**/*.stories.tsx', { eager: true })
const props = readProps()

/** A story with all that its file and its component say, as Storybook puts it together. */
function storyOf(file: Stories[string] & Stories['default'], story: Story): StoryForSnippet {
  const taker = props[file.title.split('/').at(-1) ?? '']
  const argTypes: Record<string, object> = {}
  for (const some of [taker && argTypesOf(taker), file.argTypes, story.argTypes]) {
    for (const [name, more] of Object.entries(some ?? {})) {
      argTypes[name] = { ...argTypes[name], ...more }
    }
  }
  return {
    title: file.title,
    args: { ...file.args, ...story.args },
    argTypes,
    parameters: { ...file.parameters, ...story.parameters },
  }
}

const snippets = new Map<string, string>()
for (const { default: file, ...stories } of Object.values(files)) {
  for (const [name, story] of Object.entries(stories)) {
    snippets.set(`${file.title}-${name}`.replaceAll(/\W/g, '-'), storySnippet(storyOf(file, story)))
  }
}

mkdirSync('test-results', { recursive: true })
const folder = mkdtempSync('test-results/snippets-')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the compiler says about these modules in an app with the strictest options. */
function compile(modules: ReadonlyMap<string, string>): string[] {
  const root = mkdtempSync(join(folder, 'app-'))
  for (const [name, code] of modules) writeFileSync(join(root, `${name}.tsx`), `${code}\n`)
  writeFileSync(
    join(root, 'styles.d.ts'),
    "declare module 'smartcar-connect-react/styles.css' {}\n",
  )
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: [],
    module: 'preserve',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    allowImportingTsExtensions: true,
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUncheckedSideEffectImports: true,
    noUnusedLocals: true,
    skipLibCheck: true,
    noEmit: true,
    paths: { 'smartcar-connect-react': [resolve('packages/react/src/index.ts')] },
  }
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  const { stdout } = spawnSync('node_modules/.bin/tsc', ['--project', root], { encoding: 'utf8' })
  return stdout.split('\n').filter(line => line !== '' && !line.startsWith(' '))
}

test('the snippet of every story compiles', () => {
  expect(snippets.size).toBeGreaterThan(30)
  expect(compile(snippets)).toEqual([])
})

test('a snippet that does not compile would be found', () => {
  const code = snippets.get('Components-ScopePicker-Locked') ?? ''
  const wrong = code.replace("'read_fuel'", '1')
  expect(wrong).not.toBe(code)
  expect(compile(new Map([['wrong', wrong]]))).toEqual([
    expect.stringMatching(/wrong\.tsx.*TS2322/),
  ])
})

test('no snippet has the source of a function, an object as text, or what only a story has', () => {
  for (const [name, code] of snippets) {
    expect(code, name).not.toMatch(
      /function(?! App\(\))|\[object|createFakeConnect|fn\(|mock|=> \{/,
    )
    expect(code, name).toContain("from 'smartcar-connect-react'")
  }
})

test('the code of a theme is the CSS of it', () => {
  const { parameters } = themes.default as {
    parameters: { docs: { source: { transform(code: string, story: object): string } } }
  }
  const { transform } = parameters.docs.source
  expect(transform('', themes.Dense)).toBe(
    ':root {\n  --sc-control: 36px;\n  --sc-space: 3px;\n  --sc-radius: 6px;\n}',
  )
  expect(transform('', { args: {} })).toBe(':root {\n  /* as it is */\n}')
})

test('a snippet says what the story shows', () => {
  expect(
    snippets.get('Components-BrandPicker-InGermany'),
  ).toBe(`import { BrandPicker } from 'smartcar-connect-react'
import 'smartcar-connect-react/styles.css'

export function App() {
  return (
    <BrandPicker
      country="DE"
      defaultValue="SKODA"
      onValueChange={value => console.log(value)}
    />
  )
}`)
})

test('an arg that cannot be written as code is a mistake of the story', () => {
  const story = { title: 'Components/A', argTypes: {}, parameters: {} }
  expect(() => storySnippet({ ...story, args: { onClick() {} } })).not.toThrow()
  expect(() => storySnippet({ ...story, args: { render() {} } })).toThrow(/`render`.*mapping/)
})
