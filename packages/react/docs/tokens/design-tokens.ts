// The custom properties of the style sheet as design tokens, for the tools of designers.

import { type Oklch, over, parseOklch, toHex } from './color.ts'

/** One custom property: a colour in two themes, or one value for both. */
export type Token = {
  /** Without `--sc-`, such as `accent`. */
  readonly name: string
  readonly light: string
  /** The same as `light` for what is no colour. */
  readonly dark: string
}

/** Reads the custom properties from the text of base.css, in its order. */
export function readTokens(css: string): readonly Token[] {
  return [...css.matchAll(/^\s*--sc-([\w-]+): (.+);$/gm)].map(([, name = '', value = '']) => {
    const [, light = value, dark = value] = /^light-dark\((.+\)), (.+)\)$/.exec(value) ?? []
    return { name, light, dark }
  })
}

type Value =
  | {
      $type: 'color'
      $value: { colorSpace: 'oklch'; components: number[]; alpha: number; hex: string }
    }
  | { $type: 'dimension'; $value: { value: number; unit: 'px' } }
  | { $type: 'duration'; $value: { value: number; unit: 'ms' } }

/** A file of design tokens: sizes, and a group of colours for each theme. */
export type DesignTokens = {
  readonly [group in 'light' | 'dark' | 'size' | 'motion']: Readonly<Record<string, Value>>
}

/**
 * The tokens in the W3C's format. A colour has its hex for tools that do not know OKLCH.
 *
 * @throws {TypeError} for a value of another kind, for the file would lack it
 * @see https://www.designtokens.org/tr/2025.10/format/
 */
export function designTokens(tokens: readonly Token[]): DesignTokens {
  const groups: Record<keyof DesignTokens, Record<string, Value>> = {
    light: {},
    dark: {},
    size: {},
    motion: {},
  }
  for (const { name, light } of tokens) {
    const [, number, unit] = /^([\d.]+)(px|ms)$/.exec(light) ?? []
    if (unit === 'px') {
      groups.size[name] = { $type: 'dimension', $value: { value: Number(number), unit } }
    } else if (unit === 'ms') {
      groups.motion[name] = { $type: 'duration', $value: { value: Number(number), unit } }
    } else {
      groups.light[name] = colorValue(paint(tokens, name, 'light'))
      groups.dark[name] = colorValue(paint(tokens, name, 'dark'))
    }
  }
  return groups
}

/** A colour and how much of it is seen, from 0 to 1. */
export type Paint = { readonly color: Oklch; readonly alpha: number }

/**
 * The colour of a token in a theme. A share of `currentColor` is one of the text’s colour, which is
 * what the components stand in.
 *
 * @throws {TypeError} for what is neither a colour in OKLCH nor such a share
 */
export function paint(tokens: readonly Token[], name: string, theme: 'light' | 'dark'): Paint {
  const text = tokens.find(token => token.name === name)?.[theme] ?? ''
  const [, share] = /^color-mix\(in oklab, currentColor (\d+)%, transparent\)$/.exec(text) ?? []
  if (share) return { ...paint(tokens, 'text', theme), alpha: Number(share) / 100 }
  const color = parseOklch(text)
  if (color) return { color, alpha: 1 }
  throw new TypeError(`${text} is no colour in OKLCH, so no design token can be made from it.`)
}

/** The hex of what is seen where a token of the theme lies on its surface. */
export function seenHex(tokens: readonly Token[], name: string, theme: 'light' | 'dark'): string {
  const { color, alpha } = paint(tokens, name, theme)
  return over(toHex(color), alpha, toHex(paint(tokens, 'surface', theme).color))
}

function colorValue({ color, alpha }: Paint): Value {
  const components = [color.l, color.c, color.h]
  return { $type: 'color', $value: { colorSpace: 'oklch', components, alpha, hex: toHex(color) } }
}

/** What stands on what, and the least contrast that it needs: 4.5 for text, 3 for edges and signs. */
export const pairs: readonly (readonly [front: string, back: string, least: number])[] = [
  ['accent-text', 'accent', 4.5],
  ['text', 'surface', 4.5],
  ['text', 'tint', 4.5],
  ['muted', 'surface', 4.5],
  ['muted', 'tint', 4.5],
  ['danger', 'surface', 4.5],
  ['success', 'surface', 4.5],
  ['accent', 'surface', 3],
  ['border', 'surface', 3],
  ['focus', 'surface', 3],
]
