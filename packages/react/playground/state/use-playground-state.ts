// The state of the Playground, in step with the address and the toolbar.

import { useEffect, useRef, useState } from 'react'
import { encodeLink, startState } from './link.ts'
import type { PlaygroundState } from './playground-state.ts'

/** What the toolbar of Storybook and the form both set. */
export type Toolbar = Pick<PlaygroundState, 'language' | 'theme'>

/** The state, what was wrong with the address, and how to set something. */
export type UsePlaygroundState = {
  /** What is set. */
  readonly state: PlaygroundState
  /** A sentence for each value of the address that is not good. */
  readonly problems: readonly string[]
  /** Sets something. */
  readonly change: (patch: Partial<PlaygroundState>) => void
}

/**
 * Starts with what the address gives. From then on language and theme are those of the toolbar, so that
 * there is one of each.
 */
export function usePlaygroundState(
  given: Readonly<Record<string, unknown>>,
  toolbar: Toolbar,
  onChange: (link: string, toolbar: Toolbar) => void,
): UsePlaygroundState {
  const [start] = useState(() => startState(given, toolbar))
  const [state, setState] = useState(start.state)
  const { language, theme } = toolbar
  const before = useRef(toolbar)
  const link = encodeLink(state)
  const first = useRef(encodeLink(startState({}, toolbar).state))
  const tell = useRef(onChange)

  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => {
    if (before.current.language === language && before.current.theme === theme) return
    before.current = { language, theme }
    setState(now => ({ ...now, language, theme }))
  }, [language, theme])
  useEffect(() => {
    // What nobody has touched needs no long address.
    if (link === first.current) return
    first.current = ''
    tell.current(link, { language: state.language, theme: state.theme })
  }, [link, state.language, state.theme])

  return {
    state,
    problems: start.problems,
    change: patch => setState(now => ({ ...now, ...patch })),
  }
}
