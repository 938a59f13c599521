// Which exports of the package's index are components.

import { expect, test } from 'vitest'
import { componentsOf } from './components.ts'

test('finds the components of an index with their files, and neither hooks nor the provider', () => {
  const index = `
import { brands, useBrandPicker } from "./brand-picker/brands.js";
import { BrandPicker } from "./brand-picker/brand-picker.js";
import { First, useFirst, Second } from "./both/both.js";
import { SmartcarConnectProvider } from "./connect/smartcar-connect-provider.js";
import { ConnectError } from "smartcar-connect";
export { BrandPicker, ConnectError, First, Second, brands, useBrandPicker };`
  expect(componentsOf(index)).toEqual([
    { name: 'BrandPicker', path: 'brand-picker/brand-picker.js' },
    { name: 'First', path: 'both/both.js' },
    { name: 'Second', path: 'both/both.js' },
  ])
})
