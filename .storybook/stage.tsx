// What is around every story: theme, language and direction.

import { type ReactNode, useEffect, useState } from 'react'
import { STORY_RENDER_PHASE_CHANGED } from 'storybook/internal/core-events'
import { addons } from 'storybook/preview-api'
import { SmartcarConnectProvider } from '../packages/react/src/index.ts'
import { directionOf, languages } from './languages.ts'

type StageProps = {
  /** What the switches above the story are set to. */
  readonly globals: Readonly<Record<string, string>>
  readonly isInDocs: boolean
  /** Whether a play function begins when the story is there. */
  readonly isPlayed: boolean
  readonly children: ReactNode
}

/** The story as the switches say. Play functions look for English words, so it is English for them. */
export function Stage({ globals, isInDocs, isPlayed, children }: StageProps): ReactNode {
  const { theme, direction } = globals
  const isPlaying = useIsPlaying(isPlayed)
  const language = isPlaying ? 'en' : (globals.language ?? 'en')
  const colorScheme = theme === 'dark' ? 'dark' : 'light'
  document.documentElement.style.colorScheme = colorScheme
  return (
    <SmartcarConnectProvider labels={languages.find(labels => labels.language === language)}>
      <div
        className={isInDocs ? 'stage in-docs' : 'stage'}
        dir={direction === 'auto' ? directionOf(language) : direction}
        lang={language}
        style={{ colorScheme }}
      >
        {children}
      </div>
    </SmartcarConnectProvider>
  )
}

function useIsPlaying(isPlayed: boolean): boolean {
  const [isPlaying, setPlaying] = useState(isPlayed)
  useEffect(() => {
    function note({ newPhase }: { newPhase: string }) {
      if (['played', 'errored', 'completed'].includes(newPhase)) setPlaying(false)
    }
    const channel = addons.getChannel()
    channel.on(STORY_RENDER_PHASE_CHANGED, note)
    return () => channel.off(STORY_RENDER_PHASE_CHANGED, note)
  }, [])
  return isPlaying
}
