// Links of the Markdown, which are right in the repository, made right on the site.

import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { repository, site } from './addresses.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Rewrites the links of every page. A link to a file that does not exist fails the build. */
export function siteLinks(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('site-links', ({ tokens, env }) => {
    const { relativePath } = env as MarkdownEnv
    for (const { children } of tokens) {
      for (const token of children ?? []) {
        const href = token.type === 'link_open' ? token.attrGet('href') : null
        if (href === null) continue
        const link = siteLink(href, sourceOf(relativePath), path => existsSync(root + path))
        token.attrSet('href', link)
        if (link.startsWith('/storybook/')) token.attrSet('target', '_self') // no page of VitePress
      }
    }
  })
}

/** The file in the repository that a page is made from. */
function sourceOf(page: string): string {
  const [, name] = /^packages\/(\w+)\.md$/.exec(page) ?? []
  return name ? `packages/${name}/README.md` : `docs/${page}`
}

/**
 * What a link becomes on the site: an address of the site where the target is a page of it, and the
 * repository's address where it is another file.
 *
 * @param source the path in the repository of the file that has the link
 * @throws {Error} if the repository has no such file
 */
export function siteLink(href: string, source: string, exists: (path: string) => boolean): string {
  if (href.startsWith(`${site}/`)) return href.slice(site.length)
  const [, own] = new RegExp(`^${repository}/(?:blob|tree)/main/(.*)$`).exec(href) ?? []
  if (own === undefined && /^(#|\/|[\w+.-]+:)/.test(href)) return href
  const [target = '', ...hash] = (own ?? href).split(/(?=#)/)
  // What a page takes in from the README is told from where the README is.
  const bases = own === undefined ? [posix.dirname(source), ''] : ['']
  const path = bases.map(base => posix.join(base, decodeURI(target))).find(exists)
  if (path === undefined) throw new Error(`${source} links to ${href}, which does not exist.`)
  return (pageOf(path) ?? `${repository}/tree/main/${path}`) + hash.join('')
}

function pageOf(path: string): string | undefined {
  const [, page] = /^docs\/(.*)\.md$/.exec(path) ?? []
  if (page !== undefined) return `/${page.replace(/(^|\/)index$/, '$1')}`
  const [, name] = /^packages\/(\w+)(?:\/README\.md|\/)?$/.exec(path) ?? []
  return name && `/packages/${name}`
}
