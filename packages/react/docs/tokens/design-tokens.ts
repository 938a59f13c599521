// The custom properties of the style sheet as design tokens, for the tools of designers.

import { parseOklch, toHex } from './color.ts'

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
  | { $type: 'color'; $value: { colorSpace: 'oklch'; components: number[]; alpha: 1; hex: string } }
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
  for (const { name, light, dark } of tokens) {
    const [, number, unit] = /^([\d.]+)(px|ms)$/.exec(light) ?? []
    if (unit === 'px') {
      groups.size[name] = { $type: 'dimension', $value: { value: Number(number), unit } }
    } else if (unit === 'ms') {
      groups.motion[name] = { $type: 'duration', $value: { value: Number(number), unit } }
    } else {
      groups.light[name] = colorValue(light)
      groups.dark[name] = colorValue(dark)
    }
  }
  return groups
}

function colorValue(text: string): Value {
  const color = parseOklch(text)
  if (color === undefined) {
    throw new TypeError(`${text} is no colour in OKLCH, so no design token can be made from it.`)
  }
  const components = [color.l, color.c, color.h]
  return {
    $type: 'color',
    $value: { colorSpace: 'oklch', components, alpha: 1, hex: toHex(color) },
  }
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
