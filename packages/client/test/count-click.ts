// Says in the browser's place whether it still counts a click.

import { vi } from 'vitest'

/**
 * Makes `navigator.userActivation` say so. A test that calls `open()` has not been clicked, so without
 * this no click counts.
 */
export function countClick(isActive: boolean): void {
  const activation = { isActive, hasBeenActive: true }
  vi.spyOn(Navigator.prototype, 'userActivation', 'get').mockReturnValue(activation)
}
