// Tests of links: one link is right in the repository and on the site.

import { expect, test } from 'vitest'
import { siteLink } from './links.ts'

const files = ['docs/whose-car.md', 'docs/recipes/index.md', 'packages/server', 'SECURITY.md']
const repository = 'https://github.com/smartcar-connect/smartcar-connect'

function link(href: string, source = 'docs/concepts/car.md'): string {
  return siteLink(href, source, path => files.includes(path.replace(/\/$/, '')))
}

test.each([
  ['a page of the site', '../whose-car.md#two-tabs', '/whose-car#two-tabs'],
  ['the first page of a folder', '../recipes/index.md', '/recipes/'],
  ["a package's README", '../../packages/server#stores', '/packages/server#stores'],
  ['a file of the repository', '../../SECURITY.md', `${repository}/tree/main/SECURITY.md`],
  ['the repository in full', `${repository}/blob/main/docs/whose-car.md`, '/whose-car'],
  ['the site in full', 'https://smartcar-connect.github.io/storybook/', '/storybook/'],
  ['another site', 'https://example.com/a.md', 'https://example.com/a.md'],
  ['a heading', '#here', '#here'],
])('a link to %s', (_, href, expected) => {
  expect(link(href)).toBe(expected)
})

test('a link of a README is told from where the README is', () => {
  expect(link('../../docs/whose-car.md', 'packages/react/README.md')).toBe('/whose-car')
  expect(link('../server', 'packages/react/README.md')).toBe('/packages/server')
})

test('a link of a part of the README is told from the root', () => {
  expect(link('docs/whose-car.md', 'docs/index.md')).toBe('/whose-car')
})

test.each(['../gone.md', '../../packages/gone', `${repository}/tree/main/gone`])(
  'refuses %s, which is not there',
  href => {
    expect(() => link(href)).toThrow('docs/concepts/car.md links to')
  },
)
