// Notices a stream that ended without a word, by the heartbeat that the backend sends.

/** The event that a backend sends every 25 seconds, so that a page knows that it still listens. */
export const heartbeatType = 'still-here'

// Two and a half times those 25 seconds: one heartbeat may be late, or lost with a proxy's buffer.
const silenceMs = 62_500

/** Watches one stream at a time. */
export type SilenceWatch = {
  /** Is told of every event. Nothing is expected before the first heartbeat. */
  readonly heard: (type: string) => void
  /** Expects nothing any more. */
  readonly stop: () => void
}

/**
 * Watches for silence. A backend that sends no heartbeat, or one that `EventSource` does not show, as a
 * comment, is never taken for silent.
 *
 * @param onSilence called when nothing came for two and a half heartbeats
 */
export function createSilenceWatch(onSilence: () => void): SilenceWatch {
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
  }

  return {
    heard(type) {
      if (type !== heartbeatType && timer === undefined) return
      stop()
      timer = setTimeout(() => {
        stop()
        onSilence()
      }, silenceMs)
    },
    stop,
  }
}
