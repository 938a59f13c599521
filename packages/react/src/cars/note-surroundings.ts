// Where the focus goes when the card that has it is taken away.

const card = '[data-sc="car"]'

/**
 * Remembers what is around an element while it is still there.
 *
 * @returns call it when the element is gone, or what had the focus in it: if the focus is lost, it goes
 *   to the card if that is left, to the next car, to the one before, or to the nearest element around
 *   them that is left
 */
export function noteSurroundings(element: Element): () => void {
  const own = element.closest(card) ?? element
  const item = itemOf(own)
  const cars = [
    ...siblings(item, 'nextElementSibling'),
    ...siblings(item, 'previousElementSibling'),
  ]
    .map(sibling => (sibling.matches(card) ? sibling : sibling.querySelector(card)))
    .filter(sibling => sibling !== null)
  const places = [own, ...cars, ...ancestors(item)]
  return () => {
    const active = document.activeElement
    // Wherever else the app has put it, it stays.
    if (active !== null && active !== document.body) return
    const place = places.find(({ isConnected }) => isConnected)
    if (!(place instanceof HTMLElement) || place === document.body) return
    if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus()
  }
}

/** The card, or the entry of a list that it is in: it is often the only thing there. */
export function itemOf(element: Element): Element {
  const parent = element.parentElement
  return parent?.matches('li, [role="listitem"]') ? parent : element
}

function siblings(
  element: Element,
  direction: 'nextElementSibling' | 'previousElementSibling',
): Element[] {
  const sibling = element[direction]
  return sibling ? [sibling, ...siblings(sibling, direction)] : []
}

function ancestors({ parentElement }: Element): Element[] {
  return parentElement ? [parentElement, ...ancestors(parentElement)] : []
}
