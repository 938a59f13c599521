// Tests of site-faults: each kind of fault is found, and what is right is left alone.

import { expect, test } from 'vitest'
import { deadLinks, missingAnchors, remoteResources } from './site-faults.ts'

function site(files: Record<string, string>) {
  return new Map(Object.entries({ 'page.html': '<h2 id="here">', ...files }))
}

test.each([
  ['/page', []],
  ['/page.html', []],
  ['/page#here', []],
  ['./page#here', []],
  ['#top', []],
  ['/storybook/', []],
  ['https://example.com/', []],
  ['/gone', ['a.html links to /gone, which does not exist.']],
  ['/page#gone', ['a.html links to /page#gone, and there is no such heading.']],
  ['#gone', ['a.html links to #gone, and there is no such heading.']],
])('judges a link to %s', (href, faults) => {
  const files = site({
    'a.html': `<h1 id="top"><a class="x" href="${href}">`,
    'storybook/index.html': '<a href="/only-storybook-knows">',
  })
  expect(deadLinks(files)).toEqual(faults)
})

test.each([
  ['a.html', '<script type="module" src="https://cdn.example/a.js">'],
  ['a.html', '<link rel="stylesheet" href="//cdn.example/a.css">'],
  ['a.html', '<img alt="" src="http://cdn.example/a.png">'],
  ['a.html', '<style>@font-face { src: url(https://cdn.example/a.woff2) }'],
  ['a.css', '@import "https://cdn.example/a.css"'],
  ['a.css', 'a { background: url("https://cdn.example/a.png") }'],
  ['a.js', 'import("https://cdn.example/a.js")'],
  ['a.js', 'fetch("https://cdn.example/a.json")'],
  ['a.js', 'image.src="https://cdn.example/a.gif"'],
])('finds in %s: %s', (path, text) => {
  expect(remoteResources(site({ [path]: text }))).toEqual([
    expect.stringMatching(/^a\.\w+ loads (https?:)?\/\/cdn\.example\/a\.\w+\.$/),
  ])
})

test('a link that a person follows loads nothing', () => {
  const html = '<a href="https://example.com"><link rel="canonical" href="https://example.com">'
  expect(
    remoteResources(site({ 'a.html': html, 'a.js': 'const a="https://example.com"' })),
  ).toEqual([])
})

test('finds a heading that a message names and the page does not have, letter by letter', () => {
  expect(missingAnchors('page', ['here', 'Here'], site({}))).toEqual([
    'page.html has no #Here, which a message names.',
  ])
})
