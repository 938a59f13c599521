// The code of a story, as an app would write it: imports, real options, and nothing of the story's own.

import { childrenCode, element, indented, literal } from './code.ts'

/** What a component's snippet has beside the component and its props: `parameters.snippet`. */
export type Snippet = {
  /** Further names from the package. */
  readonly imports?: readonly string[]
  /** Code between the imports and the component of the app. */
  readonly before?: string
  /** All of the code, where a story shows no single component. */
  readonly code?: string
  /** Props as code, such as `{ connect: 'connect' }`, in place of args of the same names. */
  readonly props?: Readonly<Record<string, string>>
  /** Args of the story that are no props of the component. */
  readonly without?: readonly string[]
  /** An element before the component's. */
  readonly above?: string
  /** An element after the component's. */
  readonly below?: string
  /** The name of the element around them. @default a fragment, where there are several */
  readonly parent?: string
}

/**
 * The props of a component as its stories have them: some by the name of a value, which a control
 * offers and `mapping` turns into the value.
 */
export type NamedArgs<Props, Name extends keyof Props> = Omit<Props, Name> & {
  [name in Name]?: string | Props[name]
}

/** What the snippet is made from; Storybook's own context of a story has it. */
export type StoryForSnippet = {
  /** The place in the sidebar, which ends with the name of the component. */
  readonly title: string
  readonly args: Readonly<Record<string, unknown>>
  readonly argTypes: Readonly<Record<string, ArgTypeForSnippet>>
  readonly parameters: { readonly snippet?: Snippet }
}

type ArgTypeForSnippet = {
  readonly mapping?: Readonly<Record<string, unknown>>
  readonly table?: { readonly type?: { readonly summary?: string } }
}

const packageName = 'smartcar-connect-react'

/** A connection for `before`, with the one option that it needs. */
export const connection = `const connect = createConnect({
  backend: '/api/smartcar',
  onSuccess: cars => console.log(cars),
  onError: error => console.error(error),
})`

/**
 * The code of a story. Only for components of the package: those whose title is `Components/…`.
 *
 * @throws {TypeError} for an arg that cannot be written as code: it needs a `mapping`, or to be left out
 */
export function storySnippet(story: StoryForSnippet): string {
  const { code, imports = [], before } = story.parameters.snippet ?? {}
  if (code !== undefined) return code
  const name = story.title.split('/').at(-1) ?? ''
  const names = [...new Set([name, ...imports])].sort((a, b) =>
    sortKey(a).localeCompare(sortKey(b)),
  )
  const body = bodyOf(name, story)
  const lines = [
    `import { ${names.join(', ')} } from '${packageName}'`,
    `import '${packageName}/styles.css'`,
    '',
    ...(before === undefined ? [] : [before, '']),
    'export function App() {',
    body.includes('\n') ? `  return (\n${indented(body, 4)}\n  )` : `  return ${body}`,
    '}',
  ]
  return lines.join('\n')
}

function bodyOf(name: string, story: StoryForSnippet): string {
  const { above, below, parent = '' } = story.parameters.snippet ?? {}
  const elements = [above, elementOf(name, story), below].filter(each => each !== undefined)
  if (elements.length === 1 && parent === '') return elements.join('')
  return `<${parent}>\n${indented(elements.join('\n'))}\n</${parent}>`
}

/** `type Scope` stands where `Scope` would. */
function sortKey(name: string): string {
  return name.replace('type ', '').toLowerCase()
}

function elementOf(name: string, { title, args, argTypes, parameters }: StoryForSnippet): string {
  const { props = {}, without = [] } = parameters.snippet ?? {}
  const written: Record<string, string> = { ...props }
  let children = ''
  // Callbacks come last.
  const sorted = Object.entries(args).sort(
    ([, a], [, b]) => Number(isFunction(a)) - Number(isFunction(b)),
  )
  for (const [arg, given] of sorted) {
    const value = mapped(given, argTypes[arg]?.mapping)
    if (without.includes(arg) || arg in props || value === undefined) continue
    const code =
      arg === 'children' ? childrenCode(value as string) : codeOf(arg, value, argTypes[arg])
    if (code === undefined) {
      throw new TypeError(
        `The arg \`${arg}\` of ${title} cannot be written as code, so its snippet would not run. Give it a \`mapping\`, or leave it out by \`parameters.snippet.without\`.`,
      )
    }
    if (arg === 'children') children = code
    else written[arg] = code
  }
  return element(name, written, children)
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

function mapped(given: unknown, mapping: ArgTypeForSnippet['mapping']): unknown {
  return mapping && typeof given === 'string' && given in mapping ? mapping[given] : given
}

function codeOf(
  arg: string,
  value: unknown,
  argType: ArgTypeForSnippet | undefined,
): string | undefined {
  if (typeof value !== 'function') return literal(value)
  if (!/^on[A-Z]/.test(arg)) return undefined
  // What the callback is given, by the name that its type has for it.
  const [, parameter] = /^\((\w+)\??:/.exec(argType?.table?.type?.summary ?? '') ?? []
  return parameter === undefined
    ? `() => console.log('${arg}')`
    : `${parameter} => console.log(${parameter})`
}
