// Every link of every page leads to a file, and to a heading of it. The built site is checked by docs:build, which takes longer.

import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { slugOf } from './anchors.ts'
import { siteLink } from './links.ts'

const pages = [...globSync('docs/**/*.md'), ...globSync('packages/*/README.md')].filter(
  path => !/^docs\/(reference|packages)\//.test(path), // what is generated, and what is included
)

function textOf(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '')
}

function linksOf(path: string): string[] {
  return [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => href)
}

/** The file that a page of the site is made from. */
function fileOf(page: string): string {
  const [, name] = /^\/packages\/(\w+)$/.exec(page) ?? []
  return name ? `packages/${name}/README.md` : `docs${page.replace(/\/$/, '/index')}.md`
}

function anchorsOf(path: string): string[] {
  const headings = [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text)
  return headings.flatMap(heading => [heading, slugOf(heading)])
}

function faultsOf(path: string): string[] {
  return linksOf(path).flatMap(href => {
    const link = siteLink(href, path, existsSync)
    if (/^(\w+:|\/storybook\/|\/reference\/)/.test(link)) return []
    const [page = '', anchor] = link.split('#')
    const file = page === '' ? path : fileOf(page)
    if (!existsSync(file)) return [`${path} links to ${href}, which does not exist.`]
    if (!anchor || anchorsOf(file).includes(anchor)) return []
    return [`${path} links to ${href}, and there is no such heading.`]
  })
}

test('the links of all pages lead somewhere', () => {
  expect(pages.length).toBeGreaterThan(15)
  expect(pages.flatMap(linksOf).length).toBeGreaterThan(100)
  expect(pages.flatMap(faultsOf)).toEqual([])
})
