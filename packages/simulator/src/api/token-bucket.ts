// A bucket of calls that fills up with time: how the provider limits an application.

import type { CallBucket } from '../memory/state.ts'

/** How much a bucket holds. */
export type BucketSize = {
  /** The calls that a full bucket allows. */
  readonly capacity: number
  /** The calls that come back in a minute. */
  readonly refillPerMinute: number
}

/** The bucket after a call, and whether the call is allowed. */
export type BucketDecision =
  | { readonly ok: true; readonly bucket: CallBucket }
  | { readonly ok: false; readonly bucket: CallBucket; readonly retryAfterSeconds: number }

/** Takes one call out of a bucket. Without a bucket, a full one is begun. */
export function takeCall(
  bucket: CallBucket | undefined,
  nowMs: number,
  { capacity, refillPerMinute }: BucketSize,
): BucketDecision {
  const { calls: before, atMs } = bucket ?? { calls: capacity, atMs: nowMs }
  // A clock that was moved back gives nothing back.
  const minutes = Math.max(0, nowMs - atMs) / 60_000
  const calls = Math.min(capacity, before + minutes * refillPerMinute)
  if (calls >= 1) return { ok: true, bucket: { calls: calls - 1, atMs: nowMs } }
  const retryAfterSeconds = Math.ceil(((1 - calls) / refillPerMinute) * 60)
  return { ok: false, bucket: { calls, atMs: nowMs }, retryAfterSeconds }
}
