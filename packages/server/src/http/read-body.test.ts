// The size limit counts what arrives.

import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'

function endless(chunk: Uint8Array) {
  let pulls = 0
  let cancelled = false
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulls += 1
      controller.enqueue(chunk)
    },
    cancel() {
      cancelled = true
    },
  })
  return { stream, pulls: () => pulls, cancelled: () => cancelled }
}

test('joins the chunks of a body up to the limit', async () => {
  const body = new Blob([Uint8Array.of(1, 2), Uint8Array.of(3)]).stream()
  expect(await readBody(body, 3)).toEqual(Uint8Array.of(1, 2, 3))
})

test('reads no body as no bytes', async () => {
  expect(await readBody(null, 3)).toEqual(new Uint8Array(0))
})

test('stops an endless body at the limit and cancels it', { tags: ['T13'] }, async () => {
  const { stream, pulls, cancelled } = endless(new Uint8Array(1024))
  expect(await readBody(stream, 4096)).toBeUndefined()
  expect(pulls()).toBeLessThan(10)
  expect(cancelled()).toBe(true)
})

test('refuses one byte too many', { tags: ['T13'] }, async () => {
  expect(await readBody(new Blob([new Uint8Array(5)]).stream(), 4)).toBeUndefined()
})
