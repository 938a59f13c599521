// Watches what is written to storage, also if it is deleted again.

import type { BrowserContext } from '@playwright/test'

const binding = 'reportStorageWrite'

/** Calls `onWrite` with key and value of every write, in every page loaded from now on. */
export async function watchStorageWrites(
  context: BrowserContext,
  onWrite: (write: string) => void,
): Promise<void> {
  await context.exposeFunction(binding, onWrite)
  await context.addInitScript(name => {
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function reporting(key, value) {
      Reflect.get(window, name)(`${key} ${value}`)
      setItem.call(this, key, value)
    }
  }, binding)
}
