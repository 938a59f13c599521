// What a recipe tells to do: its commands, and its files.

import { codeBlocks } from '../readme/code-blocks.ts'

/** A page of docs/recipes. */
export type Recipe = {
  /** The lines of its first block for a shell, without comments, as words. */
  readonly commands: readonly (readonly string[])[]
  /**
   * The pieces of its files, in order. The paragraph in front of a block begins with the file's path as
   * code; a block right behind another one is of the same file.
   */
  readonly files: readonly RecipeFile[]
  /** The paragraph that says by what it is run. */
  readonly runBy: string | undefined
}

/** A block of a recipe that belongs into a file. */
export type RecipeFile = { readonly path: string; readonly code: string }

/** Reads a page. */
export function readRecipe(markdown: string): Recipe {
  const files: RecipeFile[] = []
  let path: string | undefined
  for (const { language, code, line } of codeBlocks(markdown)) {
    const before = paragraphBefore(markdown, line)
    if (!before.endsWith('```')) path = /^`([^`]+)`/.exec(before)?.[1]
    if (path !== undefined && language !== 'sh') files.push({ path, code })
  }
  const paragraphs = markdown.split('\n\n')
  const runBy = paragraphs.find(text => text.startsWith('Run by: '))?.trimEnd()
  return { commands: commandsOf(markdown), files, runBy }
}

function paragraphBefore(markdown: string, line: number): string {
  const lines = markdown.split('\n').slice(0, line - 1)
  return lines.join('\n').trimEnd().split('\n\n').at(-1) ?? ''
}

function commandsOf(markdown: string): string[][] {
  const shell = codeBlocks(markdown).find(({ language }) => language === 'sh')
  return (shell?.code ?? '')
    .split('\n')
    .map(line => line.replace(/\s#.*$/, '').trim())
    .filter(line => line !== '')
    .map(line => line.split(/\s+/))
}
