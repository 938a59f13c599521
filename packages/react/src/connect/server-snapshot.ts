// The session while React renders on a server and hydrates what came from there.

const idle = { status: 'idle' } as const

/**
 * Idle: the server has written the page so, while the person may have clicked in a part that is
 * hydrated already.
 *
 * @see https://react.dev/reference/react/useSyncExternalStore#adding-support-for-server-rendering
 */
export function serverSnapshot(): typeof idle {
  return idle
}
