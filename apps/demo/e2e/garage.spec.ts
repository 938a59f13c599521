// The list of cars: empty, failing, and one fewer.

import { expect } from '@playwright/test'
import { test } from './no-code-leaks.ts'
import { connectCar, openConnect, openGarage, statusLine } from './through-connect.ts'

test.describe(() => {
  test.use({ codeIssued: false })

  test('shows the main action without scrolling on the smallest phone, in every language', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 568 })
    await openGarage(page)
    const language = page.getByLabel('Language')
    const tags = await language.locator('option').evaluateAll(options => {
      return options.map(option => (option as HTMLOptionElement).value)
    })
    expect(tags).toContain('ar')
    for (const tag of tags) {
      await language.selectOption(tag)
      await expect(page.locator(`html[lang=${tag}]`)).toBeAttached()
      await expect(page.locator('main [data-sc=button]'), tag).toBeInViewport({ ratio: 1 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, tag).toBe(0)
    }
  })

  test('says why the cars are missing and loads them when asked again', async ({ page }) => {
    // Development mounts twice, so the first page load may ask twice.
    await page.route('**/api/cars', route => route.abort('connectionrefused'))
    await page.goto('/?way=code')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Your cars couldn’t be loaded')
    await expect(alert).toContainText('We couldn’t reach the server.')
    await page.unroute('**/api/cars')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: /room for your first car/ })).toBeVisible()
  })

  test('nothing moves when the status line has something to say', async ({ page }) => {
    // As high as the page, since a click scrolls to its button.
    await page.setViewportSize({ width: 1280, height: 2000 })
    await openGarage(page)
    const card = page.getByRole('region', { name: 'There’s room for your first car' })
    const below = page.getByRole('heading', { name: 'All the code' })
    async function places() {
      return [await card.boundingBox(), await below.boundingBox()]
    }
    const before = await places()
    const popup = await openConnect(page)
    await expect(statusLine(page)).toHaveText(/Carry on in the Smartcar window/)
    expect(await places()).toEqual(before)
    await popup.close()
    await expect(statusLine(page)).toHaveText(/Nothing was connected/)
    expect(await places()).toEqual(before)
  })

  test('ignores a scenario in the address that could not be one', async ({ page }) => {
    await openGarage(page, encodeURIComponent('two words: <b>'))
    await expect(page.getByLabel('Scenario')).toHaveValue('')
  })

  test('sends no request to another origin', async ({ page }) => {
    const origins = new Set<string>()
    page.on('request', request => origins.add(new URL(request.url()).origin))
    await openGarage(page)
    const { origin } = new URL(page.url())
    expect([...origins].filter(other => other !== 'null')).toEqual([origin])
  })
})

test('keeps a car that could not be disconnected, says why, and disconnects it on the next try', async ({
  page,
}) => {
  await openGarage(page)
  await connectCar(page, 'Jeep')
  const car = page.getByRole('article', { name: /^Jeep/ })
  await page.route(
    '**/api/cars/*',
    route =>
      route.fulfill({
        status: 502,
        contentType: 'application/problem+json',
        body: JSON.stringify({ detail: 'The provider gave no usable answer.' }),
      }),
    { times: 1 },
  )
  await car.getByRole('button', { name: /^Disconnect Jeep/ }).click()
  await car.getByRole('button', { name: 'Yes, disconnect' }).click()
  await expect(car.getByRole('status')).toHaveText(/^We couldn’t disconnect Jeep/)
  await car.getByRole('button', { name: 'Yes, disconnect' }).click()
  await expect(car).toHaveCount(0)
  // The status line no longer says that a car is connected.
  await expect(statusLine(page)).toHaveText('')
  await page.reload()
  await expect(page.getByRole('heading', { name: /room for your first car/ })).toBeVisible()
})
