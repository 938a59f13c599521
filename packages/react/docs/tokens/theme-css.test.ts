// Tests of theme-css: only what differs is written.

import { expect, test } from 'vitest'
import { themeCss } from './theme-css.ts'

const initial = { colors: { accent: { light: '#1', dark: '#2' } }, sizes: { radius: 10, space: 4 } }

test('a theme is what differs from the style sheet, and nothing else', () => {
  expect(themeCss(initial, initial)).toBe('/* as it is */')
  const choice = {
    colors: { accent: { light: '#3', dark: '#2' } },
    sizes: { radius: 0, space: 4 },
  }
  expect(themeCss(choice, initial)).toBe(
    ':root {\n  --sc-accent: light-dark(#3, #2);\n  --sc-radius: 0px;\n}',
  )
})
