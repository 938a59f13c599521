// The design tokens are what the style sheet says, and colours that stand on each other can be read.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from './color.ts'
import { designTokens, pairs, readTokens, seenHex } from './design-tokens.ts'

const css = readFileSync('packages/react/src/styles/base.css', 'utf8')
const tokens = readTokens(css)
const file = designTokens(tokens)

/** A token written back as CSS. */
function asCss(name: string): string {
  const size = file.size[name] ?? file.motion[name]
  if (size && 'unit' in size.$value) return `${size.$value.value}${size.$value.unit}`
  const [light, dark] = [file.light, file.dark].map(theme => {
    const color = theme[name]?.$value
    if (!color || !('components' in color)) return ''
    if (color.alpha === 1) return `oklch(${color.components.join(' ')})`
    // A share of the text’s colour.
    expect(color).toEqual({ ...theme.text?.$value, alpha: color.alpha })
    return `color-mix(in oklab, currentColor ${color.alpha * 100}%, transparent)`
  })
  if (light?.startsWith('color-mix')) return light
  return `light-dark(${light}, ${dark})`
}

test('the tokens written back as CSS are the custom properties of base.css, all of them', () => {
  const declared = [...css.matchAll(/^\s*(--sc-[\w-]+: .+;)$/gm)].map(([, line]) => line)
  expect(declared.length).toBeGreaterThan(12)
  expect(tokens.map(({ name }) => `--sc-${name}: ${asCss(name)};`)).toEqual(declared)
})

test('the accent that the page shows as an example can be read in both themes', () => {
  const page = readFileSync('packages/react/docs/tokens.mdx', 'utf8')
  const [, example = ''] = /--sc-accent: (light-dark\(.+\)) }/.exec(page) ?? []
  const own = readTokens(`  --sc-accent: ${example};`)
  const themed = [...tokens.filter(({ name }) => name !== 'accent'), ...own]
  expect(themed).toHaveLength(tokens.length)
  for (const [front, back, least] of pairs.filter(pair => pair.includes('accent'))) {
    for (const theme of ['light', 'dark'] as const) {
      const [one = '', other = ''] = [front, back].map(name => seenHex(themed, name, theme))
      expect(contrast(one, other), `${front} on ${back}, ${theme}`).toBeGreaterThanOrEqual(least)
    }
  }
})

test('a value that is neither a colour nor a size is not left out in silence', () => {
  expect(() => designTokens(readTokens('  --sc-font: serif;'))).toThrow(/serif/)
})

test.each(pairs)('%s on %s has a contrast of at least %f in both themes', (front, back, least) => {
  for (const theme of ['light', 'dark'] as const) {
    const [one, other] = [front, back].map(name => seenHex(tokens, name, theme))
    expect(contrast(one as string, other as string), theme).toBeGreaterThanOrEqual(least)
  }
})
