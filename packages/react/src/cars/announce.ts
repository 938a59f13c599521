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

/**
 * Makes a live region on the page, before there is something to say: screen readers pass over one that
 * comes with its text.
 *
 * @param near an element; where it is in an open dialog, all else on the page says nothing
 * @see https://developer.mozilla.org/en-US/docs/Web/Accessibility/ARIA/Guides/Live_regions
 */
export function createAnnouncement(near: Element | null): Announcement {
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
  const place = near?.closest('dialog, [role="dialog"]') ?? document.body
  place.append(region)
  return {
    say(text) {
      said?.remove()
      said = region
      region.textContent = text
    },
    remove: () => region.remove(),
  }
}
