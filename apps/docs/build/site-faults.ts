// What must not be in the built site: links into nothing, and anything that comes from other servers.

/** The built files, by their path in the site, such as `concepts/popup.html`. */
export type BuiltFiles = ReadonlyMap<string, string>

/** Links of the pages whose page or anchor does not exist, as sentences. */
export function deadLinks(files: BuiltFiles): string[] {
  const faults = new Set<string>()
  for (const [page, html] of pagesOf(files)) {
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)) {
      if (/^[\w+.-]+:/.test(href)) continue
      const { pathname, hash } = new URL(href, `http://site/${page}`)
      const target = fileAt(decodeURI(pathname).slice(1), files)
      if (target === undefined) {
        faults.add(`${page} links to ${href}, which does not exist.`)
      } else if (hash && !hasAnchor(files.get(target) ?? '', decodeURIComponent(hash.slice(1)))) {
        faults.add(`${page} links to ${href}, and there is no such heading.`)
      }
    }
  }
  return [...faults]
}

/** Scripts, styles, fonts, images and frames from other servers, as sentences. */
export function remoteResources(files: BuiltFiles): string[] {
  const faults: string[] = []
  for (const [path, text] of files) {
    const addresses = [
      ...(path.endsWith('.html') ? inElements(text) : []),
      ...(/\.(html|css)$/.test(path) ? inStyles(text) : []),
      ...(/\.(html|js)$/.test(path) ? inScripts(text) : []),
    ]
    for (const address of addresses) faults.push(`${path} loads ${address}.`)
  }
  return faults
}

/** Anchors that messages of the packages name, and a page does not have. */
export function missingAnchors(
  page: string,
  anchors: readonly string[],
  files: BuiltFiles,
): string[] {
  const html = files.get(`${page}.html`) ?? ''
  return anchors
    .filter(anchor => !hasAnchor(html, anchor))
    .map(anchor => `${page}.html has no #${anchor}, which a message names.`)
}

function pagesOf(files: BuiltFiles): [string, string][] {
  return [...files].filter(([path]) => path.endsWith('.html') && !path.startsWith('storybook/'))
}

function fileAt(path: string, files: BuiltFiles): string | undefined {
  const folder = path === '' || path.endsWith('/')
  const candidates = folder ? [`${path}index.html`] : [`${path}.html`, path]
  return candidates.find(candidate => files.has(candidate))
}

function hasAnchor(html: string, id: string): boolean {
  return html.includes(` id="${id}"`)
}

function inElements(html: string): string[] {
  const loading = /<(?:script|img|source|iframe|video|audio|embed|object|use|image)\b[^>]*>/g
  const links = /<link\b(?![^>]*rel="(?:canonical|alternate)")[^>]*>/g
  return [...html.matchAll(loading), ...html.matchAll(links)].flatMap(([element]) =>
    [...element.matchAll(/\b(?:src|srcset|href|data|poster)="((?:https?:)?\/\/[^"]*)"/g)].map(
      ([, address = '']) => address,
    ),
  )
}

function inStyles(css: string): string[] {
  return [
    ...css.matchAll(/(?:@import\s*(?:url\()?|url\()\s*["']?((?:https?:)?\/\/[^"')\s]+)/g),
  ].map(([, address = '']) => address)
}

function inScripts(script: string): string[] {
  const loading =
    /(?:\bimport\s*\(?|\bfrom|\bfetch\(|\.src\s*=|importScripts\()\s*["'`](https?:\/\/[^"'`]+)/g
  return [...script.matchAll(loading)].map(([, address = '']) => address)
}
