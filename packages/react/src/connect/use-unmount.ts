// Tells when a component is unmounted for good, which the cleanup of an effect alone does not say.

import * as React from 'react'
import { useEffect, useInsertionEffect, useRef } from 'react'

// Insertion effects are the only ones that React does not clean up while an `Activity` is hidden.
// React without `Activity` (before 19.2) never cleans them up in a component that is removed while
// it is suspended. There plain effects are used: React keeps them while a component is suspended.
const useMountEffect = 'Activity' in React ? useInsertionEffect : useEffect

/**
 * Calls the `onUnmount` of the first render once the component is unmounted for good: not when
 * StrictMode or Fast Refresh unmount and mount it again at once, and not while it is suspended or
 * hidden by an `Activity`.
 *
 * @see https://react.dev/reference/react/StrictMode#fixing-bugs-found-by-re-running-effects-in-development
 * @see https://react.dev/reference/react/Activity#my-hidden-components-have-effects-that-arent-running
 * @see https://github.com/facebook/react/pull/30954
 */
export function useUnmount(onUnmount: () => void): void {
  const mounts = useRef(0)
  useMountEffect(() => {
    mounts.current += 1
    return () =>
      // Mounting again follows in the same task, so a microtask later shows whether it was for good.
      queueMicrotask(() => {
        mounts.current -= 1
        if (!mounts.current) onUnmount()
      })
  }, [])
}
