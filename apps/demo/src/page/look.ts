// What a person chooses about the look of the page, which the popup should have in common with it.

import { languages } from '../words/languages.ts'

/** Light, dark, or as the browser is. */
export type Theme = 'system' | 'light' | 'dark'

/** Language and colours, and how the simulator behaves. */
export type Look = {
  /** The language tag (BCP 47). */
  readonly language: string
  /** The colours. */
  readonly theme: Theme
  /** A scenario of the simulator. `''` leaves the choice to the simulator. */
  readonly scenario: string
}

/** The theme for what the address says. */
export function readTheme(text: string): Theme {
  return text === 'light' || text === 'dark' ? text : 'system'
}

/** The language for what the address says: the browser's where the demo speaks it, else English. */
export function readLanguage(text: string): string {
  const wanted = text ? [text] : navigator.languages
  const found = wanted.map(tag => languages.find(({ tag: known }) => isSame(tag, known)))
  return found.find(language => language !== undefined)?.tag ?? 'en'
}

// The characters that a flag of Connect may have; a name with others is ignored.
const isName = /^[\w-]{1,64}$/

/** The scenario for what the address says: any name that the simulator could know. */
export function readScenario(text: string): string {
  return isName.test(text) ? text : ''
}

/** The flags that only the simulator knows. */
export function simulatorFlags({ scenario, language, theme }: Look): Record<string, string> {
  return { language, ...(theme !== 'system' && { theme }), ...(scenario && { scenario }) }
}

/** The same as a path, for a backend that makes the address of Connect itself. */
export function lookPath(look: Look): string {
  return Object.entries(simulatorFlags(look))
    .map(([name, value]) => `/${name}/${value}`)
    .join('')
}

// `de-AT` is German, too. American English is a language of its own.
function isSame(tag: string, known: string): boolean {
  const [one, other] = [tag.toLowerCase(), known.toLowerCase()]
  if (one === other) return true
  return one.split('-')[0] === other && one !== 'en-us'
}
