// Runs sessions in one page, one after the other.

import type { Page } from 'playwright'

// One call into the page may not take too long.
const perCall = 50

/**
 * Runs sessions.
 *
 * @returns how many connected
 */
export async function connectTimes(page: Page, count: number): Promise<number> {
  let connected = 0
  for (let done = 0; done < count; done += perCall) {
    connected += Number(
      await page.evaluate(`(async () => {
        let connected = 0
        for (let index = 0; index < ${Math.min(perCall, count - done)}; index += 1) {
          const { status } = await connect.open()
          if (status === 'connected') connected += 1
        }
        seen.length = 0
        return connected
      })()`),
    )
  }
  return connected
}
