// Reads a body up to a size limit, whatever its headers claim.

/**
 * Collects a stream and stops as soon as it is longer than allowed.
 *
 * It counts the bytes that arrive, after decompression, because `Content-Length` is only a claim.
 *
 * @param maxBytes the largest accepted size in bytes.
 * @returns the bytes, or `undefined` when there were more.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (body === null) return new Uint8Array(0)
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > maxBytes) {
      // Not awaited: a stream that refuses to end must not delay the answer.
      reader.cancel().catch(() => {})
      return undefined
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
