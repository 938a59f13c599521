// The moments after a click in which every engine still opens a window.

const stepMs = 50
// WebKit forgets the click in a timer of a whole second.
const steps = 19

/**
 * Calls `attempt` every 50 milliseconds for almost a second, until it returns `true`. Call this in the
 * click itself.
 *
 * WebKit opens no window when a request is answered, even while it counts the click; it does in timers
 * that were set in the click, shorter than a second, and not in those that such a timer sets.
 *
 * @returns a function that calls `attempt` once more if these moments are over
 * @see https://github.com/WebKit/WebKit/blob/main/Source/WebCore/page/DOMTimer.cpp
 */
export function afterClick(attempt: () => boolean): () => void {
  let left = steps
  const timers = Array.from({ length: steps }, (_, step) =>
    setTimeout(
      () => {
        left -= 1
        if (attempt()) timers.forEach(clearTimeout)
      },
      stepMs * (step + 1),
    ),
  )
  return () => {
    if (left === 0) attempt()
  }
}
