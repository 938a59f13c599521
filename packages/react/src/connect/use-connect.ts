// The connection behind a hook: the one that was given, or one that the hook owns.

import { useEffect, useId, useRef } from 'react'
import { type Connect, type ConnectOptions, createConnect } from 'smartcar-connect'
import { useConnectDefaults } from './connect-defaults.ts'
import { useUnmount } from './use-unmount.ts'

/** Options that add to those of the provider above, or a `Connect` made outside of React. */
export type ConnectSource<T = unknown> = Partial<ConnectOptions<T>> | Connect<T>

/**
 * Returns the `Connect` that is given, which lives on after the component. Given options, it makes
 * one of its own: it reads the options of the latest render when they are used, and its session is
 * cancelled when the component is unmounted.
 *
 * @throws {TypeError} for options that cannot work, and without any
 */
export function useConnect<T>(source: ConnectSource<T>): Connect<T> {
  const given = 'getSession' in source ? source : undefined
  // Not used with a given `Connect`; but a hook must be called on every render.
  const instanceId = useId()
  const { connect: fake, ...defaults } = useConnectDefaults()
  const options = { instanceId, ...defaults, ...source } as ConnectOptions<T>
  const latest = useRef(options)
  const own = useRef<Connect<T>>(undefined)
  if (!given) own.current ??= (fake?.createConnect ?? createConnect)(() => latest.current)

  useEffect(() => {
    latest.current = options
  })
  useUnmount(() => {
    // The component is gone, so its callbacks must not be called.
    latest.current = {} as ConnectOptions<T>
    own.current?.cancel()
  })
  return given ?? (own.current as Connect<T>)
}
