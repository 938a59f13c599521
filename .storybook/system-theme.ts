// The theme until a person chooses one.

/** The themes of the components. */
export type Theme = 'light' | 'dark'

/** As the system is. */
export const systemTheme: Theme = matchMedia('(prefers-color-scheme: dark)').matches
  ? 'dark'
  : 'light'
