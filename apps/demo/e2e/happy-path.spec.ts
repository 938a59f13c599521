// The usual way: a car is connected.

import { expect } from '@playwright/test'
import type { Cars } from '../api/car.ts'
import type { Figure } from '../api/figure.ts'
import { tokenCalls } from './exchanges.ts'
import { test } from './no-code-leaks.ts'
import {
  allow,
  connectCar,
  openConnect,
  openGarage,
  signIn,
  statusLine,
} from './through-connect.ts'

test('connects a car and shows its odometer, battery and range', async ({
  page,
  request,
  codes,
}) => {
  await openGarage(page)
  const historyLength = await page.evaluate(() => history.length)
  const popup = await openConnect(page)
  const simulator = new URL(popup.url()).origin
  expect(simulator).not.toBe(new URL(page.url()).origin)
  await expect(statusLine(page)).toHaveText(/Carry on in the Smartcar window/)

  await signIn(popup, 'Volvo')
  await popup.getByRole('button', { name: 'Allow' }).waitFor()
  // The link that the scenario `coop` cuts exists without it.
  expect(await popup.evaluate(() => window.opener !== null)).toBe(true)
  const answered = page.waitForResponse('**/api/code/exchange')
  await allow(popup)

  const { cars }: Cars = await (await answered).json()
  const [connected] = cars
  function shown(figure: Figure<number> | undefined): string {
    return figure?.kind === 'value' ? Math.round(figure.value).toLocaleString('en') : 'nothing'
  }
  const car = page.getByRole('article', { name: /^Volvo [\w ]+ 20\d\d$/ })
  await expect(car).toContainText(`Odometer${shown(connected?.odometer)} km`)
  await expect(car).toContainText(`Battery${shown(connected?.charge)} %`)
  await expect(car).toContainText(`Range${shown(connected?.range)} km`)
  await expect(statusLine(page)).toHaveText('Your car is connected.')
  expect(await page.evaluate(() => history.length)).toBe(historyLength)
  const [code] = codes
  expect(await tokenCalls(request, simulator, code)).toBe(1)
})

test('still shows the car after a reload', async ({ page }) => {
  await openGarage(page)
  await connectCar(page, 'Kia')
  await page.reload()
  await expect(page.getByRole('article', { name: /^Kia/ })).toContainText(/Odometer[\d,]+ km/)
})

test('says what was not shared', async ({ page }) => {
  await openGarage(page)
  const popup = await openConnect(page)
  await signIn(popup, 'BMW')
  await popup.getByRole('checkbox', { name: 'See how far the car has driven' }).uncheck()
  await allow(popup)
  const car = page.getByRole('article', { name: /^BMW/ })
  await expect(car).toContainText('OdometerNot shared')
  await expect(car).toContainText(/Battery\d+ %/)
})
