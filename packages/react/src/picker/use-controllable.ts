// A value that is the component's own, or its parent's.

import { useCallback, useEffect, useRef, useState } from 'react'

/** The usual three: `value` makes it the parent's, `defaultValue` starts it as one's own. */
export type Controllable<V> = {
  /** The value; give it together with `onValueChange`. */
  value?: V | undefined
  /** What the value is at first, and again after the form is reset. */
  defaultValue?: V | undefined
  /** Told of every change that the person makes. */
  onValueChange?: ((value: V) => void) | undefined
}

/** The value, and two functions that stay the same: one changes it, the other starts over. */
export function useControllable<V>(
  options: Controllable<V>,
  empty: V,
): readonly [value: V, change: (next: (value: V) => V) => void, reset: () => void] {
  const { value: given, defaultValue = empty } = options
  const [own, setOwn] = useState(defaultValue)
  const value = given ?? own
  const latest = useRef({ value, options, defaultValue })

  useEffect(() => {
    latest.current = { value, options, defaultValue: latest.current.defaultValue }
  })

  const change = useCallback((next: (value: V) => V) => {
    const { value, options } = latest.current
    const changed = next(value)
    if (changed === value) return
    if (options.value === undefined) setOwn(changed)
    options.onValueChange?.(changed)
  }, [])
  const reset = useCallback(() => change(() => latest.current.defaultValue), [change])
  return [value, change, reset]
}
