// Why the list of cars could not be loaded, for the person: the library's own message is for developers.

import type { CarsProblem } from 'smartcar-connect-react'
import { outOfOrder, unreachable } from '../page/send.ts'

/** The sentence for the person. */
export function problemWords({ code }: Pick<CarsProblem, 'code'>): string {
  return code === 'unreachable' || code === 'timeout' ? unreachable : outOfOrder
}
