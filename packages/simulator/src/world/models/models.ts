// The models that each brand has.

import { americanModels } from './america.ts'
import { asianModels } from './asia.ts'
import { europeanModels } from './europe.ts'
import type { Model } from './model.ts'

const models: Readonly<Record<string, readonly Model[]>> = {
  ...americanModels,
  ...asianModels,
  ...europeanModels,
}

/**
 * The models of a brand, at least two: plausible names, years and figures, roughly right. Marks
 * between the words of the id do not count.
 *
 * @throws TypeError if the brand has none, which a test rules out
 */
export function modelsOf(brandId: string): readonly [Model, ...Model[]] {
  const [first, ...others] = models[brandId.replace(/[^A-Z]/g, '')] ?? []
  if (first === undefined) throw new TypeError(`The brand ${brandId} has no models`)
  return [first, ...others]
}
