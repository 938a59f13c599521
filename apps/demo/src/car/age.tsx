// How old a figure is.

import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../words/use-language.ts'
import { ageWords } from './age-words.ts'

type AgeProps = {
  /** When the car told the figure, as ISO 8601. */
  at: string
  /** Whether the car does not tell it now. */
  isLastSeen: boolean
}

const everyMs = 30_000

/** “5 minutes ago”, which goes on while the page is open; the whole time is its title. */
export function Age({ at, isLastSeen }: AgeProps): ReactNode {
  const own = useWords()
  const [nowMs, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [])
  const words = ageWords(nowMs - Date.parse(at), own)
  return (
    <time className="age" dateTime={at} title={new Date(at).toLocaleString(own.language)}>
      {isLastSeen ? own.lastSeen.replace('{age}', words) : words}
    </time>
  )
}
