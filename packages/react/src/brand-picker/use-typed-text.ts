// Collects the letters that a person types into a list box.

import { useRef } from 'react'

// As long as in a native list box.
const pauseMs = 1_000

/**
 * Returns a function that adds a letter and gives the text typed so far. A pause of a second starts a
 * new text, and no text starts with a space: that key is another one where nothing is typed.
 */
export function useTypedText(): (letter: string, timeMs: number) => string {
  const typed = useRef({ text: '', timeMs: 0 })
  return (letter, timeMs) => {
    const isPause = timeMs - typed.current.timeMs >= pauseMs
    const text = isPause ? letter : typed.current.text + letter
    typed.current = { text: text.trimStart(), timeMs }
    return typed.current.text
  }
}
