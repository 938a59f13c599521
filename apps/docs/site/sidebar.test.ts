// Tests of sidebar: every page is in it once, new ones by themselves.

import { expect, test } from 'vitest'
import { sidebarOf } from './sidebar.ts'

function links(pages: readonly string[]) {
  return sidebarOf(pages, page => page).map(({ text, items = [] }) => [
    text,
    ...items.map(({ link }) => link),
  ])
}

test('lists named pages in order, a folder after them, and the rest last', () => {
  const pages = [
    'concepts/aaa',
    'concepts/popup',
    'index',
    'new',
    'quickstart',
    'recipes/a',
    'recipes/index',
  ]
  expect(links(pages)).toEqual([
    ['Begin', '/quickstart'],
    ['Concepts', '/concepts/popup', '/concepts/aaa'],
    ['Recipes', '/recipes/', '/recipes/a'],
    ['And', '/new'],
  ])
})
