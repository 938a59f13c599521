// Colours in the pairs in which they stand on each other, with their contrast; and the file of all tokens.

import '../blocks/blocks.css'
import css from '../../src/styles/base.css?raw'
import { download } from '../blocks/download.ts'
import { contrast } from './color.ts'
import { designTokens, pairs, readTokens, seenHex } from './design-tokens.ts'

const tokens = readTokens(css)
const file = designTokens(tokens)
const themes = ['light', 'dark'] as const

/** What the style sheet says, and the hex of what is seen on the surface; `''` for what is no colour. */
function colorOf(name: string, theme: (typeof themes)[number]): { css: string; hex: string } {
  const value = tokens.find(token => token.name === name)?.[theme] ?? ''
  return { css: value, hex: name in file[theme] ? seenHex(tokens, name, theme) : '' }
}

/** Each pair in both themes. */
export function Swatches() {
  return (
    <div className="swatches">
      {pairs.flatMap(([front, back, least]) =>
        themes.map(theme => {
          const [one, other] = [colorOf(front, theme), colorOf(back, theme)]
          const ratio = contrast(one.hex, other.hex)
          return (
            <figure key={`${front} ${back} ${theme}`}>
              <div className="swatch" style={{ color: one.hex, background: other.hex }}>
                <b>Aa</b> {ratio.toFixed(1)} : 1
              </div>
              <figcaption>
                <code>--sc-{front}</code> on <code>--sc-{back}</code>, {theme}
                <br />
                <small>
                  {one.hex} on {other.hex} · {ratio >= least ? '✓' : '✗'} at least {least} : 1
                </small>
              </figcaption>
            </figure>
          )
        }),
      )}
    </div>
  )
}

/** Every token with its values, in OKLCH and in hex. */
export function TokenTable() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <table tabIndex={0}>
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ name, light, dark }) => (
          <tr key={name}>
            <th scope="row">
              <code>--sc-{name}</code>
            </th>
            {themes.map(theme => {
              const { css: value, hex } = colorOf(name, theme)
              return (
                <td key={theme}>
                  {hex && <span className="dot" style={{ background: hex }} />}
                  <code>{theme === 'light' || light !== dark ? value : 'the same'}</code>{' '}
                  <small>{hex}</small>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Downloads the tokens in the W3C's format. */
export function TokenFile() {
  return (
    <button
      type="button"
      className="docs-action"
      onClick={() =>
        download(
          'smartcar-connect.tokens.json',
          `${JSON.stringify(file, null, 2)}\n`,
          'application/json',
        )
      }
    >
      Download tokens.json
    </button>
  )
}
