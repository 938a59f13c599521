// Hears what is written to storage, also if it is deleted again.

import type { BrowserContext } from '@playwright/test'

const binding = 'tellStorageWrite'

/** From now on every write of every page loaded in this context is told, as key and value. */
export async function hearStorageWrites(
  context: BrowserContext,
  tell: (write: string) => void,
): Promise<void> {
  await context.exposeFunction(binding, tell)
  await context.addInitScript(name => {
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function telling(key, value) {
      Reflect.get(window, name)(`${key} ${value}`)
      setItem.call(this, key, value)
    }
  }, binding)
}
