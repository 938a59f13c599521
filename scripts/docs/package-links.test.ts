// A package's README is read on npm, where a link has no repository around it.

import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'

const repository = 'https://github.com/smartcar-connect/smartcar-connect/tree/main/'
const site = 'https://smartcar-connect.github.io/'
const readmes = globSync('packages/*/README.md')

function linksOf(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = '']) => address)
}

/** The anchors of a page's headings, as GitHub and VitePress make them. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** The file that an address of ours shows, or `undefined` for an address of others. */
function fileOf(address: string): string | undefined {
  const [page = ''] = address.split('#')
  if (page.startsWith(repository)) return page.slice(repository.length)
  if (page.startsWith(site)) return `docs/${page.slice(site.length) || 'index'}.md`
  return undefined
}

describe.each(readmes)('%s', readme => {
  const markdown = readFileSync(readme, 'utf8')

  test('has absolute links, or links within itself', () => {
    const relative = linksOf(markdown).filter(address => !/^(https:\/\/|#)/.test(address))
    expect(relative).toEqual([])
  })

  test('leads to files and sections that are there', () => {
    const dead = linksOf(markdown).filter(address => {
      const path = address.startsWith('#') ? readme : fileOf(address)
      if (path === undefined) return false
      if (!existsSync(path)) return true
      const [, anchor] = address.split('#')
      const page = path.endsWith('.md') ? path : `${path}/README.md`
      return anchor !== undefined && !anchorsOf(readFileSync(page, 'utf8')).includes(anchor)
    })
    expect(dead).toEqual([])
  })
})

test('each package has a README', () => {
  const packages = globSync('packages/*/package.json').map(path => basename(dirname(path)))
  expect(readmes.map(path => basename(dirname(path))).sort()).toEqual(packages.sort())
})
