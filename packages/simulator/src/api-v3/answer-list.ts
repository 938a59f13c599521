// Answers with one page of a list of version 3.

import type { SimulatorContext } from '../http/context.ts'
import { addressV3, answerV3 } from './answer.ts'
import { type Filters, type Page, pageLinks } from './page-links.ts'

/** A list, before it is cut into pages. */
export type List<Item> = {
  /** The path below `/v3`. */
  readonly path: string
  /** All that the filters leave. */
  readonly found: readonly Item[]
  /** The filters that count, in the order of the links. */
  readonly filters: Filters
  /** Makes the resource of one item. */
  readonly documentOf: (c: SimulatorContext, item: Item) => unknown
  /** What `meta` tells beside the numbers of the page. */
  readonly meta?: Readonly<Record<string, unknown>>
}

/** Answers with the page that was asked for, newest first. */
export function answerList<Item extends { readonly createdAtMs: number }>(
  c: SimulatorContext,
  { number, size }: Page,
  { path, found, filters, documentOf, meta }: List<Item>,
): Response {
  const shown = [...found]
    .sort((one, other) => other.createdAtMs - one.createdAtMs)
    .slice((number - 1) * size, number * size)
  return answerV3({
    data: shown.map(item => documentOf(c, item)),
    meta: { pageNumber: number, pageSize: size, totalCount: found.length, ...meta },
    links: pageLinks(addressV3(c, path), filters, { number, size }, found.length),
  })
}
