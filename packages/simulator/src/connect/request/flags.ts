// Reads the flags parameter: name:value pairs separated by spaces.

import type { Look } from '../../memory/attempt.ts'

/** The flags this simulator acts on; others are accepted and ignored, as at the provider. */
export type Flags = Look & {
  /** The country whose brands are offered (ISO 3166 alpha-2). */
  readonly country: string
  /** The scenario of this authorization alone. Only the simulator knows this flag. */
  readonly scenario?: string
}

/** The flags, or what is wrong with them. */
export type ParsedFlags =
  | { readonly ok: true; readonly flags: Flags }
  | { readonly ok: false; readonly problem: string }

/** Reads `country:DE scenario:coop theme:dark`. Without a country it is the United States. */
export function parseFlags(text: string): ParsedFlags {
  const found = new Map<string, string>()
  for (const item of text.split(' ')) {
    if (item === '') continue
    const colon = item.indexOf(':')
    if (colon < 1 || colon === item.length - 1) {
      return { ok: false, problem: `flags has an item that is not name:value: “${item}”` }
    }
    const name = item.slice(0, colon)
    if (found.has(name)) return { ok: false, problem: `flags names “${name}” twice` }
    found.set(name, item.slice(colon + 1))
  }
  const country = found.get('country') ?? 'US'
  if (!/^[A-Z]{2}$/.test(country)) {
    return {
      ok: false,
      problem: `flags has a country that is not two capital letters: “${country}”`,
    }
  }
  const scenario = found.get('scenario')
  const language = found.get('language')
  const theme = found.get('theme')
  if (language !== undefined && !isLanguageTag(language)) {
    return { ok: false, problem: `flags has a language that is no language tag: “${language}”` }
  }
  if (theme !== undefined && !isTheme(theme)) {
    return { ok: false, problem: `flags has a theme that is not light or dark: “${theme}”` }
  }
  return {
    ok: true,
    flags: {
      country,
      ...(scenario !== undefined && { scenario }),
      ...(language !== undefined && { language }),
      ...(theme !== undefined && { theme }),
    },
  }
}

/**
 * Reads what of the look is right, for pages about a request whose flags may be wrong. What is
 * missing or wrong is left to the browser.
 */
export function lookOf(text: string): Look {
  const values = text.split(' ').map((item): [string, string] => {
    const [name = '', value = ''] = item.split(':', 2)
    return [name, value]
  })
  const language = values.find(([name]) => name === 'language')?.[1]
  const theme = values.find(([name]) => name === 'theme')?.[1]
  return {
    ...(language !== undefined && isLanguageTag(language) && { language }),
    ...(theme !== undefined && isTheme(theme) && { theme }),
  }
}

/** Writes a look as flags, from which `lookOf` reads it; empty where all is left to the browser. */
export function flagsOf({ language, theme }: Look): string {
  return [language && `language:${language}`, theme && `theme:${theme}`].filter(Boolean).join(' ')
}

function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(text)
}

function isTheme(text: string): text is 'light' | 'dark' {
  return text === 'light' || text === 'dark'
}
