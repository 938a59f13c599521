// Where a symbol is found: its page and the heading on it.

import { posix } from 'node:path'
import type { Reflection } from 'typedoc'
import type { Page } from './page.ts'

/** Says where a symbol or a member of one is documented, seen from one page; `undefined` if nowhere. */
export type Link = (target: Reflection) => string | undefined

/** Makes the links of one page to all pages. */
export function linksFrom(page: Pick<Page, 'file'>, pages: readonly Page[]): Link {
  const places = new Map<Reflection, string>()
  for (const { file, symbols } of pages) {
    const path = posix.relative(posix.dirname(page.file), file)
    const prefix = file === page.file ? '' : path.startsWith('.') ? path : `./${path}`
    for (const symbol of symbols) places.set(symbol, `${prefix}#${anchorOf(symbol)}`)
  }
  return target => {
    for (let at: Reflection | undefined = target; at !== undefined; at = at.parent) {
      const place = places.get(at)
      if (place !== undefined) return place
    }
    return undefined
  }
}

/** The id of a symbol's heading. Names are told apart by case, so it keeps the case. */
export function anchorOf(symbol: Pick<Reflection, 'name'>): string {
  return symbol.name
}
