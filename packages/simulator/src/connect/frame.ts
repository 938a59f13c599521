// The frame of a page for the person who asks for it.

import type { SimulatorContext } from '../http/context.ts'
import type { Look } from '../memory/attempt.ts'
import { wordsFor } from '../pages/language.ts'
import type { Frame } from '../pages/page.ts'

/**
 * The language and the colours that the application chose. For what it did not choose, and for a
 * language that the pages do not speak, the browser decides.
 */
export function frameFor(c: SimulatorContext, { language, theme }: Look): Frame {
  const words = wordsFor([language, c.req.header('Accept-Language')].join())
  return { words, basePath: c.env.basePath, theme }
}
