// Says what was done, and looks after the focus, when a component is taken away by what it did.

import { type RefObject, useEffect, useRef } from 'react'
import { type Announcement, createAnnouncement } from './announce.ts'
import { noteSurroundings } from './note-surroundings.ts'

/** What may follow when the component is gone. */
export type AfterRemoval = {
  /** Makes ready: it may soon be done. */
  readonly expect: () => void
  /** It will not be done. */
  readonly forget: () => void
  /** It is being done: remembers what is around the component, while that is still there. */
  readonly begin: () => void
  /** It was not done, and may be tried again. */
  readonly fail: () => void
  /** It is done: says so once the component is gone, if it is not yet. */
  readonly finish: (text: string) => void
}

/**
 * Follows a component to its end. The page may take it away before or after it is known that it is
 * done, and only both together mean that there is something to say.
 *
 * @param root the element around the component
 */
export function useAfterRemoval(root: RefObject<HTMLElement | null>): AfterRemoval {
  const announcement = useRef<Announcement>(undefined)
  const element = useRef<HTMLElement>(null)
  const leave = useRef<() => void>(undefined)
  const done = useRef<string>(undefined)

  function conclude() {
    // React may only mount the component anew.
    if (element.current?.isConnected !== false) return
    if (done.current !== undefined) {
      announcement.current?.say(done.current)
      leave.current?.()
      announcement.current = undefined
      done.current = undefined
    } else if (!leave.current) announcement.current?.remove()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads nothing but refs
  useEffect(() => {
    element.current = root.current
    return conclude
  }, [root])

  return {
    expect() {
      announcement.current ??= createAnnouncement(root.current)
    },
    forget() {
      announcement.current?.remove()
      announcement.current = undefined
      leave.current = undefined
    },
    begin() {
      leave.current = root.current ? noteSurroundings(root.current) : undefined
    },
    fail() {
      leave.current = undefined
      conclude()
    },
    finish(text) {
      done.current = text
      conclude()
    },
  }
}
