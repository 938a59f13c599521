// Chooses the language and the colours of the page, which the popup follows.

import { type ReactNode, useId } from 'react'
import { languages } from '../words/languages.ts'
import { readTheme, type Theme } from './look.ts'

type LookSelectsProps = {
  /** The language tag. */
  language: string
  /** Called with the language that is chosen. */
  onLanguage: (tag: string) => void
  /** The colours. */
  theme: Theme
  /** Called with the colours that are chosen. */
  onTheme: (theme: Theme) => void
}

const themes: Readonly<Record<Theme, string>> = {
  system: 'System colours',
  light: 'Light',
  dark: 'Dark',
}

/** Two selects. */
export function LookSelects(props: LookSelectsProps): ReactNode {
  const { language, onLanguage, theme, onTheme } = props
  const id = useId()
  return (
    <div className="looks" lang="en" dir="ltr">
      <label htmlFor={`${id}language`}>Language</label>
      <select
        id={`${id}language`}
        value={language}
        onChange={({ target }) => onLanguage(target.value)}
      >
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}theme`}>Colours</label>
      <select
        id={`${id}theme`}
        value={theme}
        onChange={({ target }) => onTheme(readTheme(target.value))}
      >
        {Object.entries(themes).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
