// Collects the letters that a person types into a list box.

import { useRef } from 'react'

const pauseMs = 500

/**
 * Returns a function that adds a letter and gives the text typed so far. A pause of half a second
 * starts a new text.
 */
export function useTypedText(): (letter: string, timeMs: number) => string {
  const typed = useRef({ text: '', timeMs: 0 })
  return (letter, timeMs) => {
    const isPause = timeMs - typed.current.timeMs >= pauseMs
    typed.current = { text: isPause ? letter : typed.current.text + letter, timeMs }
    return typed.current.text
  }
}
