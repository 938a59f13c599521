// The design tokens are what the style sheet says, and colours that stand on each other can be read.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast, parseOklch, toHex } from './color.ts'
import { designTokens, pairs, readTokens } from './design-tokens.ts'

const css = readFileSync('packages/react/src/styles/base.css', 'utf8')
const tokens = readTokens(css)
const file = designTokens(tokens)

/** A token written back as CSS. */
function asCss(name: string): string {
  const size = file.size[name] ?? file.motion[name]
  if (size && 'unit' in size.$value) return `${size.$value.value}${size.$value.unit}`
  const [light, dark] = [file.light[name], file.dark[name]].map(color => {
    return color && 'components' in color.$value
      ? `oklch(${color.$value.components.join(' ')})`
      : ''
  })
  return `light-dark(${light}, ${dark})`
}

test('the tokens written back as CSS are the custom properties of base.css, all of them', () => {
  const declared = [...css.matchAll(/^\s*(--sc-[\w-]+: .+;)$/gm)].map(([, line]) => line)
  expect(declared.length).toBeGreaterThan(12)
  expect(tokens.map(({ name }) => `--sc-${name}: ${asCss(name)};`)).toEqual(declared)
})

test('a value that is neither a colour nor a size is not left out in silence', () => {
  expect(() => designTokens(readTokens('  --sc-font: serif;'))).toThrow(/serif/)
})

test.each(pairs)('%s on %s has a contrast of at least %f in both themes', (front, back, least) => {
  for (const theme of ['light', 'dark'] as const) {
    const [one, other] = [front, back].map(name => {
      const color = parseOklch(tokens.find(token => token.name === name)?.[theme] ?? '')
      return color ? toHex(color) : ''
    }) as [string, string]
    expect(contrast(one, other), theme).toBeGreaterThanOrEqual(least)
  }
})
