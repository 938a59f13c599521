// The page in each of its states, for those who do not see it, see little of it, or see it small.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { test } from './no-code-leaks.ts'
import { allow, openConnect, openGarage, signIn, statusLine } from './through-connect.ts'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

type Finding = { id: string; nodes: { html: string }[] }
type AxeWindow = { axe: { run(): Promise<{ violations: Finding[] }> } }

// What is wrong with the page as it stands, in both themes.
async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await page.evaluate(() => (window as unknown as AxeWindow).axe.run())
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ html }) => `${colorScheme} ${id}: ${html}`))
    }
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  return width > 320 ? [...found, `${width} px wide`] : found
}

test('axe finds nothing on a phone, from the empty garage to the connected car', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 568 })
  await openGarage(page)
  await page.evaluate(axe)
  expect(await faults(page)).toEqual([])

  await page.route('**/smartcar-redirect.html', route => route.fulfill({ body: 'The app itself' }))
  await page.getByText('For developers').click()
  await page.getByRole('button', { name: 'Check this page' }).click()
  await expect(page.getByText('redirect_swallowed')).toBeVisible()
  expect(await faults(page)).toEqual([])

  const popup = await openConnect(page)
  await expect(statusLine(page)).toHaveText(/Carry on in/)
  expect(await faults(page)).toEqual([])

  await signIn(popup)
  await allow(popup)
  await expect(page.getByRole('article')).toBeVisible()
  expect(await faults(page)).toEqual([])

  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<button></button>'))
  expect(await faults(page), 'whether axe sees a button without a name').not.toEqual([])
})

test.describe(() => {
  test.use({ codeIssued: false })

  test('axe finds nothing in version 3 on a phone, and its commands work by keyboard', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 568 })
    await page.goto('/')
    await expect(page.getByRole('heading', { name: /room for your first car/ })).toBeVisible()
    await page.evaluate(axe)
    expect(await faults(page)).toEqual([])
    const popup = await openConnect(page)
    await signIn(popup)
    await allow(popup)
    const car = page.getByRole('article')
    await expect(car).toContainText(/Odometer[\d,]+ km/)
    expect(await faults(page)).toEqual([])

    const unlock = car.getByRole('button', { name: /^Unlock/ })
    await unlock.focus()
    await page.keyboard.press('Enter')
    await expect(car).toContainText('The car is unlocked.')
    await expect(unlock).toBeFocused()
    await expect(car).toContainText('DoorsUnlocked')
    await page.keyboard.press('Tab')
    const next = car.getByRole('button', { name: /^Start charging/ })
    await expect(next).toBeFocused()
    await page.keyboard.press('Space')
    await expect(car.locator('[data-outcome]')).toHaveAttribute('data-outcome', /done|refused/)
    expect(await faults(page)).toEqual([])
  })
})
