// Says something to screen readers that outlives the component which knows it.

/** A place for one announcement. It cannot be seen. */
export type Announcement = {
  /** Says it, politely: after what is being said. */
  readonly say: (text: string) => void
  /** Takes the place away, as there is nothing to say. */
  readonly remove: () => void
}

// The one that was used last stays until there is another, as it may still be read.
let said: HTMLElement | undefined

// Screen readers need a moment to notice a region.
const noticeMs = 100

const dialogs = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]'

/**
 * Makes a live region on the page, before there is something to say: screen readers pass over one that
 * comes with its text. Where it is gone or hidden by the time that there is, as with the dialog that it
 * was in, another one takes its place.
 *
 * @param near an element; where it is in an open dialog, all else on the page says nothing
 * @see https://developer.mozilla.org/en-US/docs/Web/Accessibility/ARIA/Guides/Live_regions
 */
export function createAnnouncement(near: Element | null): Announcement {
  const [place, ...others] = placesAround(near)
  const region = createRegion(place)
  return {
    say(text) {
      said?.remove()
      said = region
      if (!isHidden(region)) {
        region.textContent = text
        return
      }
      region.remove()
      const other = createRegion(others.find(around => !isHidden(around)))
      said = other
      setTimeout(() => {
        other.textContent = text
      }, noticeMs)
    },
    remove: () => region.remove(),
  }
}

/** Whether an element is not on the page, or is in something that is not displayed, as a closed dialog. */
export function isHidden(element: Element | null): boolean {
  if (!element) return false
  // Older browsers, and pages made for tests, cannot tell what is displayed.
  return !element.isConnected || element.checkVisibility?.() === false
}

function placesAround(element: Element | null): readonly Element[] {
  const dialog = element?.closest(dialogs)
  return dialog ? [dialog, ...placesAround(dialog.parentElement)] : [document.body]
}

function createRegion(place: Element = document.body): HTMLElement {
  const region = document.createElement('div')
  // No role: a test of the app that looks for a status would find it.
  region.setAttribute('aria-live', 'polite')
  region.dataset.sc = 'announcement'
  // Set by script, as a page may forbid the attribute `style`.
  Object.assign(region.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  })
  place.append(region)
  return region
}
