// Looks after the focus when a card that has it is taken off the list.

import { type RefObject, useInsertionEffect } from 'react'
import { itemOf, noteSurroundings } from './note-surroundings.ts'

/**
 * When a card is removed and the focus was in it, the focus goes to the car beside it, whoever took the
 * car off the list. Where the list itself is gone the person has left the page, and nothing happens.
 *
 * @param card the element of the card
 */
export function useFocusAfterCard(card: RefObject<HTMLElement | null>): void {
  // The only effect whose cleanup runs while the element is still there and that servers pass over
  // without a warning.
  useInsertionEffect(
    () => () => {
      const element = card.current
      if (!element?.contains(document.activeElement)) return
      const list = itemOf(element).parentElement
      const leave = noteSurroundings(element)
      queueMicrotask(() => {
        if (list?.isConnected) leave()
      })
    },
    [card],
  )
}
