// Reads a body up to a size limit, whatever its headers claim.

/**
 * Collects a stream and stops as soon as it is longer than allowed.
 *
 * It counts the bytes that arrive, after decompression, because `Content-Length` is only a claim.
 *
 * @param maxBytes the largest accepted size in bytes.
 * @param signal ends the wait for a body that does not end.
 * @returns the bytes, or `undefined` when there were more.
 * @throws the reason of `signal` when it ended the wait, and what the stream fails with.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (body === null) return new Uint8Array(0)
  signal?.throwIfAborted()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  function cancel(): void {
    // Not awaited: a stream that refuses to end must not delay the answer.
    reader.cancel().catch(() => {})
  }
  signal?.addEventListener('abort', cancel)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      signal?.throwIfAborted()
      if (done) break
      length += value.byteLength
      if (length > maxBytes) {
        cancel()
        return undefined
      }
      chunks.push(value)
    }
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
