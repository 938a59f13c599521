// The value of a scope picker, which always has the locked permissions in it.

import { useCallback, useEffect, useRef } from 'react'
import type { Scope } from 'smartcar-connect'
import { type Controllable, useControllable } from '../picker/use-controllable.ts'
import type { ChangeScope } from './checkbox-props.ts'
import { sameEntries, withLocked } from './scope-value.ts'

const none: readonly Scope[] = []

/** The value, and two functions that keep the locked permissions in it and are the same on every render. */
export function useLockedScope(
  options: Controllable<readonly Scope[]>,
  locked: readonly Scope[],
): readonly [value: readonly Scope[], change: ChangeScope, reset: () => void] {
  const [chosen, changeChosen, reset] = useControllable(options, none)
  const latest = useRef(locked)
  useEffect(() => {
    latest.current = locked
  })
  const change = useCallback<ChangeScope>(
    next =>
      changeChosen(scope => {
        const before = withLocked(scope, latest.current)
        const after = withLocked(next(before), latest.current)
        return sameEntries(after, before) ? scope : after
      }),
    [changeChosen],
  )
  return [withLocked(chosen, locked), change, reset]
}
