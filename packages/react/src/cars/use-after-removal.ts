// Says what was done, and looks after the focus, when a component is taken away by what it did.

import { type RefObject, useEffect, useRef } from 'react'
import { type Announcement, createAnnouncement, isHidden } from './announce.ts'
import { noteSurroundings } from './note-surroundings.ts'

/** What is about to be done to one thing, and what follows when the component no longer shows it. */
type Deed = {
  readonly id: string
  readonly announcement: Announcement
  /** Set while it is being done. */
  leave?: (() => void) | undefined
  /** What to say. Set when it is done. */
  text?: string
}

/** What may follow when the component no longer shows what it was for. */
export type AfterRemoval = {
  /** Makes ready: it may soon be done. */
  readonly expect: () => void
  /** There is nothing to say any more, as it will not be done. */
  readonly forget: () => void
  /** The component itself shows that it is done. It is said all the same where the component is hidden. */
  readonly show: () => void
  /**
   * It is being done: remembers what is around the component, while that is still there.
   *
   * @returns call it when that has ended: with what to say, or with nothing where it was not done
   */
  readonly begin: () => (text?: string) => void
}

/**
 * Follows a component to its end. The page may take it away, or give it something else to show, before
 * or after it is known that it is done. Only both together mean that there is something to say.
 *
 * @param root the element around the component
 * @param id what the component shows
 */
export function useAfterRemoval(root: RefObject<HTMLElement | null>, id: string): AfterRemoval {
  const element = useRef<HTMLElement>(null)
  const shown = useRef(id)
  const latest = useRef<Deed>(undefined)

  function conclude(deed: Deed) {
    // React may only mount the component anew.
    if (!isHidden(element.current) && deed.id === shown.current) return
    if (deed.text !== undefined) {
      deed.announcement.say(deed.text)
      deed.leave?.()
    } else if (!deed.leave) deed.announcement.remove()
    else return
    if (latest.current === deed) latest.current = undefined
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads nothing but refs
  useEffect(() => {
    element.current = root.current
    shown.current = id
    const { current } = latest
    if (current) conclude(current)
    return () => {
      if (latest.current) conclude(latest.current)
    }
  }, [root, id])

  function expectDeed(): Deed {
    if (latest.current?.id !== id) {
      latest.current = { id, announcement: createAnnouncement(root.current) }
    }
    return latest.current as Deed
  }

  function forget() {
    latest.current?.announcement.remove()
    latest.current = undefined
  }

  return {
    expect: expectDeed,
    forget,
    show() {
      if (latest.current) conclude(latest.current)
      forget()
    },
    begin() {
      const deed = expectDeed()
      deed.leave = root.current ? noteSurroundings(root.current) : undefined
      return text => {
        if (text === undefined) deed.leave = undefined
        else deed.text = text
        conclude(deed)
      }
    },
  }
}
