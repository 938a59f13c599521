// Looks after the focus when a card that has it is taken off the list.

import type { RefObject } from 'react'
import { itemOf, noteSurroundings } from './note-surroundings.ts'
import { useFocusLoss } from './use-focus-loss.ts'

/**
 * When a card is removed and the focus was in it, the focus goes to the car beside it, whoever took the
 * car off the list. Where the list itself is gone the person has left the page, and nothing happens.
 *
 * @param card the element of the card
 */
export function useFocusAfterCard(card: RefObject<HTMLElement | null>): void {
  useFocusLoss(card, element => {
    const list = itemOf(element).parentElement
    const leave = noteSurroundings(element)
    queueMicrotask(() => {
      if (list?.isConnected) leave()
    })
  })
}
