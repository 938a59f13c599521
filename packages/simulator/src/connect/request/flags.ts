// Reads the flags parameter: name:value pairs separated by spaces.

/** The flags this simulator acts on; others are accepted and ignored, as at the provider. */
export type Flags = {
  /** The country whose brands are offered (ISO 3166 alpha-2). */
  readonly country: string
  /** The scenario of this authorization alone. Only the simulator knows this flag. */
  readonly scenario?: string
  /** The language of the pages (BCP 47). Only the simulator knows this flag. */
  readonly language?: string
  /** The colours of the pages. Only the simulator knows this flag. */
  readonly theme?: 'light' | 'dark'
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
  if (language !== undefined && !/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(language)) {
    return { ok: false, problem: `flags has a language that is no language tag: “${language}”` }
  }
  if (theme !== undefined && theme !== 'light' && theme !== 'dark') {
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
