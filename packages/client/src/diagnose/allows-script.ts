// Whether a Content-Security-Policy lets a script of a page run.

import type { PageScript } from './page-scripts.ts'

/**
 * Judges as a browser would. What this does not know, such as a source for a port, counts as allowed:
 * a developer should not look for a fault that is none.
 *
 * @param policy one policy; a header with commas holds several
 * @param pageUrl the address of the page
 * @see https://www.w3.org/TR/CSP3/#script-src-elem
 */
export function allowsScript(policy: string, script: PageScript, pageUrl: string): boolean {
  const directives = directivesOf(policy)
  const sandbox = directives.get('sandbox')
  if (sandbox && !['allow-scripts', 'allow-same-origin'].every(word => sandbox.includes(word))) {
    return false
  }
  const sources =
    directives.get('script-src-elem') ??
    directives.get('script-src') ??
    directives.get('default-src')
  if (!sources) return true
  if (script.nonce && sources.includes(`'nonce-${script.nonce}'`)) return true
  const words = sources.map(source => source.toLowerCase())
  return script.src === undefined
    ? allowsWithin(sources, words, script.hashes)
    : !words.includes("'strict-dynamic'") &&
        words.some(word =>
          allowsAddress(word, new URL(script.src ?? '', pageUrl), new URL(pageUrl)),
        )
}

/** The directives of a policy by their names in small letters. Of two that are named alike, the first counts. */
export function directivesOf(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>()
  for (const directive of policy.split(';')) {
    const [name = '', ...values] = directive.trim().split(/\s+/)
    if (!directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values)
  }
  return directives
}

function allowsWithin(
  sources: readonly string[],
  words: readonly string[],
  hashes: readonly string[] | undefined,
): boolean {
  const plain = sources.map(source => source.replaceAll('-', '+').replaceAll('_', '/'))
  const isHash = (word: string) => /^'sha(256|384|512)-/.test(word)
  // Where no hash could be made, nobody knows whether it is there.
  if (!hashes && words.some(isHash)) return true
  if (hashes?.some(hash => plain.includes(`'${hash.replaceAll('-', '+')}'`))) return true
  const isStricter = words.some(
    word => isHash(word) || word.startsWith("'nonce-") || word === "'strict-dynamic'",
  )
  return words.includes("'unsafe-inline'") && !isStricter
}

/** Whether one source of a directive allows an address. What this does not know, such as a port, counts as allowed. */
export function allowsAddress(word: string, script: URL, page: URL): boolean {
  if (word === "'self'") return script.origin === page.origin
  if (word === '*' || word === script.protocol) return true
  if (word.startsWith("'")) return false
  const [, scheme, host = '', path] =
    /^(?:([\w+.-]+:)\/\/)?([^/:]+)(?::[\d*]+)?(\/.*)?$/.exec(word) ?? []
  if (scheme && scheme !== script.protocol) return false
  const isHost = host.startsWith('*.')
    ? script.hostname.endsWith(host.slice(1))
    : script.hostname === host
  const place = script.pathname.toLowerCase()
  return isHost && (!path || (path.endsWith('/') ? place.startsWith(path) : place === path))
}
