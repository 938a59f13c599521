// Finds the scripts and the policies in the text of a page.

/** A script of a page, as far as a policy asks. */
export type PageScript = {
  /** Its text, or that of its file. */
  text: string
  /** Its address, where it is a file of its own. */
  src?: string | undefined
  /** The nonce that lets it pass. */
  nonce?: string | undefined
  /** The hashes of its text as a policy writes them, such as `sha256-…`; `undefined` where the page could not make any. */
  hashes?: readonly string[] | undefined
}

/** The scripts that a browser would run, in order. A `type` that is none of a script makes it data. */
export function scriptsIn(html: string): PageScript[] {
  const scripts = [
    ...html.matchAll(/<script\b((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)<\/script\s*>/gi),
  ]
  return scripts
    .map(([, attributes = '', text = '']) => ({ text, ...scriptAttributes(attributes) }))
    .filter(({ type = '' }) => /^(|module|(text|application)\/(java|ecma)script)$/i.test(type))
    .map(({ text, src, nonce }) => ({ text: text.replaceAll(/\r\n?/g, '\n'), src, nonce }))
}

/** The policies in `<meta>` elements. */
export function policiesIn(html: string): string[] {
  return [...html.matchAll(/<meta\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi)]
    .map(([, attributes = '']) => attributesIn(attributes))
    .filter(({ 'http-equiv': name = '' }) => /^content-security-policy$/i.test(name))
    .flatMap(({ content }) => content ?? [])
}

function scriptAttributes(text: string) {
  const { type, src, nonce } = attributesIn(text)
  return { type, src, nonce }
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g)
  return Object.fromEntries(
    [...pairs].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decoded(double ?? single ?? bare ?? ''),
    ]),
  )
}

const signs: Readonly<Record<string, string>> = { amp: '&', apos: "'", quot: '"', lt: '<', gt: '>' }

// A build may write the quotes of a policy as entities.
function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name) =>
    name
      ? (signs[name] ?? entity)
      : String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)),
  )
}
