// The paging of version 2 lists: limit and offset.

/** A page of a list, or what is wrong with the parameters. */
export type Paging =
  | { readonly ok: true; readonly limit: number; readonly offset: number }
  | { readonly ok: false; readonly problem: string }

/** Reads `limit` (1 to 50, by default 10) and `offset` (by default 0). */
export function readPaging(query: URLSearchParams): Paging {
  const limit = query.get('limit') ?? '10'
  const offset = query.get('offset') ?? '0'
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > 50) {
    return { ok: false, problem: 'limit must be a number from 1 to 50.' }
  }
  if (!/^\d{1,6}$/.test(offset)) return { ok: false, problem: 'offset must be a number from 0.' }
  return { ok: true, limit: Number(limit), offset: Number(offset) }
}
