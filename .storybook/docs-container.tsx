// The page around documentation: light or dark as the switch says, like the stories on it.

import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import { type PropsWithChildren, useEffect, useState } from 'react'
import { GLOBALS_UPDATED } from 'storybook/internal/core-events'
import { create } from 'storybook/theming'
import { systemTheme, type Theme } from './system-theme.ts'

const themes = {
  light: create({ base: 'light', fontBase: 'system-ui, sans-serif' }),
  dark: create({ base: 'dark', fontBase: 'system-ui, sans-serif' }),
} satisfies Record<Theme, unknown>

function themeInAddress(): Theme {
  const globals = new URLSearchParams(location.search).get('globals') ?? ''
  const [, said] = /(?:^|;)theme:(light|dark)/.exec(globals) ?? []
  return (said as Theme | undefined) ?? systemTheme
}

/** Storybook's own container, with the theme that is chosen above the page. */
export function ThemedDocs({ context, children }: PropsWithChildren<DocsContainerProps>) {
  const [theme, setTheme] = useState(themeInAddress)
  useEffect(() => {
    function follow({ globals }: { globals: { theme?: Theme } }) {
      setTheme(globals.theme ?? systemTheme)
    }
    context.channel.on(GLOBALS_UPDATED, follow)
    return () => context.channel.off(GLOBALS_UPDATED, follow)
  }, [context])
  useEffect(() => {
    document.documentElement.style.colorScheme = theme
  }, [theme])
  return (
    <DocsContainer context={context} theme={themes[theme]}>
      {children}
    </DocsContainer>
  )
}
