// When a page is hidden, when it is shown again, and when it is online again.

/** Whether nobody can see the page. One without a document, such as a worker, is never hidden. */
export function isPageHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden'
}

/**
 * Calls `onChange` when the page is hidden or shown, and when the network is back.
 *
 * @returns a function that ends that
 */
export function watchPage(onChange: () => void): () => void {
  const { document } = globalThis
  document?.addEventListener('visibilitychange', onChange)
  globalThis.addEventListener?.('online', onChange)
  return () => {
    document?.removeEventListener('visibilitychange', onChange)
    globalThis.removeEventListener?.('online', onChange)
  }
}
