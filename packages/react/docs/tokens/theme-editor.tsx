// A theme to try out: a few properties, what they look like, what is wrong with them, and the CSS to copy.

import { type CSSProperties, useState } from 'react'
import { BrandPicker, ConnectButton, ConnectStatus } from '../../src/index.ts'
import css from '../../src/styles/base.css?raw'
import { createFakeConnect } from '../../src/testing.ts'
import { CopyButton } from '../blocks/copy-button.tsx'
import { sessions } from '../story-sessions.ts'
import { contrast, over, parseOklch, toHex } from './color.ts'
import { paint, pairs, readTokens } from './design-tokens.ts'
import { type Choice, themeCss } from './theme-css.ts'

const tokens = readTokens(css)
const themes = ['light', 'dark'] as const
const colors = ['accent', 'accent-text', 'surface', 'text', 'focus']
const sizes = { radius: 22, space: 8, control: 60 }

/** The hex of every colour in both themes. */
const initial: Choice = {
  colors: Object.fromEntries(
    tokens.flatMap(({ name, light, dark }) => {
      const [one, other] = [parseOklch(light), parseOklch(dark)]
      return one && other ? [[name, { light: toHex(one), dark: toHex(other) }]] : []
    }),
  ),
  sizes: Object.fromEntries(
    Object.keys(sizes).map(name => [
      name,
      Number.parseInt(tokens.find(token => token.name === name)?.light ?? '0', 10),
    ]),
  ),
}

/** The hex of what is seen: a share of the text’s colour lies on the surface. */
function seen(choice: Choice, name: string, theme: (typeof themes)[number]): string {
  const own = choice.colors[name]?.[theme]
  if (own) return own
  const [text = '', surface = ''] = ['text', 'surface'].map(each => choice.colors[each]?.[theme])
  return over(text, paint(tokens, name, theme).alpha, surface)
}

/** Colours of both themes and three sizes; only what differs from the style sheet is in the CSS. */
export function ThemeEditor() {
  const [choice, setChoice] = useState(initial)
  const faults = themes.flatMap(theme =>
    pairs.flatMap(([front, back, least]) => {
      const [one, other] = [seen(choice, front, theme), seen(choice, back, theme)]
      const ratio = contrast(one, other)
      return ratio < least
        ? [`${front} on ${back}, ${theme}: ${ratio.toFixed(1)} : 1, and ${least} : 1 is needed`]
        : []
    }),
  )
  const written = themeCss(choice, initial)
  const style = Object.fromEntries(
    [...written.matchAll(/(--sc-[\w-]+): (.+);/g)].map(([, name, value]) => [name, value]),
  ) as CSSProperties

  function setColor(name: string, theme: (typeof themes)[number], hex: string) {
    setChoice(now => {
      const color = { light: '', dark: '', ...now.colors[name], [theme]: hex }
      return { ...now, colors: { ...now.colors, [name]: color } }
    })
  }

  return (
    <div className="theme-editor">
      <div className="fields">
        {colors.map(name =>
          themes.map(theme => (
            <label key={`${name} ${theme}`}>
              <input
                type="color"
                value={choice.colors[name]?.[theme] ?? '#000000'}
                onChange={event => setColor(name, theme, event.target.value)}
              />{' '}
              {name}, {theme}
            </label>
          )),
        )}
        {Object.entries(sizes).map(([name, most]) => (
          <label key={name}>
            <input
              type="range"
              min={name === 'control' ? 36 : 0}
              max={most}
              value={choice.sizes[name] ?? 0}
              onChange={event => {
                const px = Number(event.target.value)
                setChoice(now => ({ ...now, sizes: { ...now.sizes, [name]: px } }))
              }}
            />{' '}
            {name}, {choice.sizes[name]} px
          </label>
        ))}
      </div>
      <div className="pair">
        {themes.map(theme => (
          <div
            key={theme}
            className="picture stage sb-unstyled theme-picture"
            style={{ ...style, colorScheme: theme }}
          >
            <ConnectButton connect={createFakeConnect()} />
            <ConnectStatus connect={createFakeConnect(sessions.popup_blocked)} />
            <BrandPicker country="DE" defaultValue="SKODA" />
          </div>
        ))}
      </div>
      <p role="status">
        {faults.length === 0 ? '✓ Everything can be read.' : `✗ ${faults.join(' · ')}`}
      </p>
      <pre>{written}</pre>
      <CopyButton name="Copy the CSS" text={() => written} />
      <button type="button" className="docs-action" onClick={() => setChoice(initial)}>
        Start again
      </button>
    </div>
  )
}
