// The code blocks of a page of Markdown.

/** A block between fences. */
export type CodeBlock = {
  /** What stands behind the fence, such as `ts`; empty where nothing does. */
  readonly language: string
  readonly code: string
  /** The line of its fence. */
  readonly line: number
}

/** All blocks of a page, in order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks = markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)
  return [...blocks].map(({ 1: language = '', 2: code = '', index }) => ({
    language,
    code,
    line: markdown.slice(0, index).split('\n').length,
  }))
}
