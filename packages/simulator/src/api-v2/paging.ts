// The paging of version 2 lists: limit and offset.

import type { Fault } from '../world/fault.ts'
import { validationFault } from './faults.ts'

/** A page of a list, or what is wrong with the parameters. */
export type Paging =
  | { readonly ok: true; readonly limit: number; readonly offset: number }
  | { readonly ok: false; readonly fault: Fault }

/** Reads `limit` (1 to 50, by default 10 unless told otherwise) and `offset` (by default 0). */
export function readPaging(query: URLSearchParams, defaultLimit = 10): Paging {
  const limit = query.get('limit')
  const offset = query.get('offset') ?? '0'
  if (limit !== null && !isWhole(limit, 1, 50)) {
    return { ok: false, fault: validationFault('limit', 'Field must be a number from 1 to 50') }
  }
  if (!isWhole(offset, 0, 999_999)) {
    return { ok: false, fault: validationFault('offset', 'Field must be a number from 0') }
  }
  return { ok: true, limit: limit === null ? defaultLimit : Number(limit), offset: Number(offset) }
}

/** Whether a text is a whole number between two others, both included. */
export function isWhole(text: string, from: number, to: number): boolean {
  return /^\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to
}
