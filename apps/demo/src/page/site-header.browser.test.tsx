// Where the head of the page stands in languages that begin at the right.

import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { page as screen } from 'vitest/browser'
import { SiteHeader } from './site-header.tsx'
import '../styles/site.css'

test.each([
  ['ltr', 'left'],
  ['rtl', 'right'],
] as const)('in a page that is %s, the name and the links stand at its %s', async (dir, side) => {
  await screen.viewport(1280, 800)
  const page = document.createElement('div')
  page.dir = dir
  document.body.append(page)
  const root = createRoot(page)
  flushSync(() => root.render(<SiteHeader>looks</SiteHeader>))
  const row = page.querySelector('.site-row') as HTMLElement
  const head = page.querySelector('.site') as HTMLElement
  const padding = Number.parseFloat(getComputedStyle(head).paddingLeft)
  const gap = row.getBoundingClientRect()[side] - head.getBoundingClientRect()[side]
  expect(Math.abs(gap)).toBeCloseTo(padding)
  // As wide as what is in it, or its words would still stand at the other side.
  expect(row.scrollWidth).toBeLessThan(head.clientWidth - 2 * padding)
  root.unmount()
  page.remove()
})
