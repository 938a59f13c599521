// A value that is controlled by the parent, or kept by the component itself.

import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * The value of a picker. With `value` the parent controls it; without, the picker keeps it.
 *
 * @see https://react.dev/learn/sharing-state-between-components#controlled-and-uncontrolled-components
 */
export type Controllable<V> = {
  /** The value; give it together with `onValueChange`. @default the picker keeps its own */
  value?: V | undefined
  /**
   * The first value, and the value after the form is reset. With `value` it is not used: a form's
   * reset or action leaves a controlled picker as it is.
   *
   * @default nothing is chosen
   */
  defaultValue?: V | undefined
  /** Called with the new value after every change that the person makes. */
  onValueChange?: ((value: V) => void) | undefined
  /**
   * Whether a person can change nothing, and the value is not in the form's data. A
   * `<fieldset disabled>` around the picker does the same.
   *
   * @default false
   */
  disabled?: boolean | undefined
}

/**
 * The value, and two functions that are the same on every render: `change` sets what `next` returns,
 * and `reset` goes back to the first `defaultValue`.
 */
export function useControllable<V>(
  options: Controllable<V>,
  empty: V,
): readonly [value: V, change: (next: (value: V) => V) => void, reset: () => void] {
  const { value: controlled, defaultValue = empty } = options
  const [own, setOwn] = useState(defaultValue)
  const value = controlled ?? own
  const latest = useRef({ value, options, defaultValue })

  useEffect(() => {
    latest.current = { value, options, defaultValue: latest.current.defaultValue }
  })

  const change = useCallback((next: (value: V) => V) => {
    const { value, options } = latest.current
    const changed = next(value)
    if (changed === value) return
    if (options.value === undefined) {
      // A second change may come before the next render, and builds on this one.
      latest.current.value = changed
      setOwn(changed)
    }
    options.onValueChange?.(changed)
  }, [])
  const reset = useCallback(() => change(() => latest.current.defaultValue), [change])
  return [value, change, reset]
}
