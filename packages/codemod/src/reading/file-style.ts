// How a file is written, so that what is added looks like the rest.

/** Signs that people choose. */
export type FileStyle = {
  readonly newline: '\n' | '\r\n'
  readonly quote: "'" | '"'
  readonly isTypeScript: boolean
  /** A parameter alone, as `error` or `(error)`. */
  readonly parameter: (name: string) => string
}

/** The style of a file, as most of its lines have it. */
export function fileStyleOf(text: string, path: string): FileStyle {
  const hasParentheses = count(text, /\(\w+\) =>/g) >= count(text, /[(,=]\s*\w+ =>/g)
  return {
    newline: count(text, /\r\n/g) * 2 > count(text, /\n/g) ? '\r\n' : '\n',
    quote: count(text, /from "|require\("/g) > count(text, /from '|require\('/g) ? '"' : "'",
    isTypeScript: /\.[cm]?tsx?$/.test(path),
    parameter: name => (hasParentheses ? `(${name})` : name),
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
