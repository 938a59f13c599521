// What a screen reader reads, from the browser's accessibility tree.

import { expect, type Page, test } from '@playwright/test'
import { openStory } from './stories.ts'

type Node = { role: string; name: string; description: string } & Record<string, unknown>

// The nodes of a role with their properties, as Chromium gives them to a screen reader.
async function nodesOf(page: Page, role: string): Promise<readonly Node[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes
    .filter(node => !node.ignored && node.role?.value === role)
    .map(({ name, description, properties = [] }) => ({
      ...Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
      role,
      name: name?.value ?? '',
      description: description?.value ?? '',
    }))
}

test('the button has a name and says that a window opens, whether it is busy or not', async ({
  page,
}) => {
  const root = page.locator('#storybook-root')
  await openStory(page, 'components-connectbutton--idle')
  await expect(root).toMatchAriaSnapshot(`
    - /children: equal
    - button "Connect your car"
    - status
  `)
  await expect(page.getByRole('status')).toBeEmpty()
  const [idle] = await nodesOf(page, 'button')
  expect(idle).toMatchObject({ name: 'Connect your car', description: 'Opens a new window' })
  expect(idle).not.toHaveProperty('busy')

  await openStory(page, 'components-connectbutton--waiting')
  await expect(root).toMatchAriaSnapshot(`
    - /children: equal
    - button "Connect your car"
    - status: Carry on in the Smartcar window.
    - button "Show the window"
    - button "Cancel"
  `)
  const [busy] = await nodesOf(page, 'button')
  expect(busy).toMatchObject({ ...idle, busy: 1, describedby: expect.anything() })
})

test('every state on the way has a sentence and its actions', async ({ page }) => {
  await openStory(page, 'components-connectstatus--on-the-way')
  await expect(page.locator('#storybook-root')).toMatchAriaSnapshot(`
    - /children: equal
    - status: Getting Smartcar ready.
    - button "Cancel"
    - status: Carry on in the Smartcar window.
    - button "Show the window"
    - button "Cancel"
    - status: We can’t see the Smartcar window any more. If it is still open, carry on there.
    - button "Cancel"
    - status: "Almost there: finishing the connection."
    - status: Your car is connected.
    - status: Taking you to Smartcar.
  `)
})

test('every cancelled session has a sentence and its actions', async ({ page }) => {
  await openStory(page, 'components-connectstatus--cancelled')
  await expect(page.locator('#storybook-root')).toMatchAriaSnapshot(`
    - /children: equal
    - status: The window was closed before you finished. Nothing was connected.
    - button "Connect again"
    - status: You came back before finishing. Nothing was connected.
    - button "Connect again"
    - status: Cancelled. Nothing was connected.
    - button "Connect again"
    - status: This goes on in another window.
  `)
})

test('every error has a sentence and its actions', async ({ page }) => {
  await openStory(page, 'components-connectstatus--failed')
  await expect(page.locator('#storybook-root')).toMatchAriaSnapshot(`
    - /children: equal
    - status: Your browser blocked the window. Allow pop-ups for this site.
    - button "Open it in this tab"
    - status: The window couldn’t be opened.
    - button "Open it in this tab"
    - status: Cars can’t be connected from this page. Open the app at its usual address, in a tab of its own.
    - status: Part of this page couldn’t be loaded.
    - button "Reload the page"
    - status: Somebody else is signed in now. Nothing was connected.
    - button "Connect again"
    - status: Something went wrong on the way back. Nothing was connected.
    - button "Connect again"
    - status: That was an earlier attempt. Please start again.
    - button "Connect again"
    - status: That took longer than 15 minutes. Nothing was connected.
    - button "Connect again"
    - status: We couldn’t finish on our side.
    - button "Try again"
    - status: Finishing the connection is taking too long.
    - button "Try again"
    - status: You seem to be offline. Check your internet connection.
    - button "Try again"
    - status: Smartcar reported a problem. Nothing was connected.
    - button "Connect again"
    - status: You didn’t give access. You can change that any time.
    - button "Connect again"
    - status: Your car has no active subscription for connected services. You can renew it with the carmaker.
    - button "Connect again"
    - status: This car isn’t supported yet.
    - button "Connect another car"
    - status: There is no car in that account.
    - button "Connect again"
    - status: This app isn’t set up correctly for Smartcar. Please contact support.
    - status: Smartcar is having trouble right now. Nothing was connected.
    - button "Connect again"
  `)
})

test('each change is announced once, politely and as a whole', async ({ page }) => {
  await openStory(page, 'components-connectbutton--idle')
  expect(await nodesOf(page, 'status')).toMatchObject([{ live: 'polite', atomic: true }])
  const announced = await page.getByRole('status').evaluateHandle(status => {
    const texts: string[] = []
    new MutationObserver(() => texts.push(status.textContent ?? '')).observe(status, {
      characterData: true,
      childList: true,
      subtree: true,
    })
    return texts
  })
  await page.getByRole('button', { name: 'Connect your car' }).press('Enter')
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Connect again' })).toBeFocused()
  expect(await announced.jsonValue()).toEqual([
    'Carry on in the Smartcar window.',
    'Cancelled. Nothing was connected.',
  ])
})

test('a permission has its name, its description and its state', async ({ page }) => {
  await openStory(page, 'components-scopepicker--locked')
  const root = page.locator('#storybook-root')
  await expect(root).toMatchAriaSnapshot(`
    - group "Start from":
      - button "Insurance"
      - button "Energy"
      - button "Car sharing"
      - button "Roadside help"
    - searchbox "Search permissions"
    - status
    - group /^Read/:
      - checkbox "Read" [checked=mixed]
      - checkbox "About the car and you" [checked=mixed]
      - group:
        - text: About the car and you 1 of 4
        - list "About the car and you":
          - listitem:
            - checkbox "Basic details" [checked=false]
          - listitem:
            - checkbox "VIN" [checked] [disabled]
            - checkbox "Required VIN" [checked] [disabled]
      - checkbox "Driving and location" [checked=mixed]
      - group:
        - list "Driving and location":
          - listitem:
            - checkbox "Odometer" [checked] [disabled]
            - checkbox "Required Odometer" [disabled]
      - checkbox "Battery, charging and fuel" [checked=mixed]
      - group:
        - list "Battery, charging and fuel":
          - listitem:
            - checkbox "Fuel" [checked]
            - checkbox "Required Fuel" [checked=false]
      - checkbox "Condition and maintenance" [checked=false]
      - group: Condition and maintenance 0 of 5
    - group /^Control/:
      - checkbox "Control" [checked=false]
      - list "Control"
    - group: 3 to see
    - status
  `)
  const boxes = await nodesOf(page, 'checkbox')
  expect(boxes.filter(({ name }) => /^(Read|Fuel|VIN)$/.test(name))).toMatchObject([
    { name: 'Read', description: 'What the app can see', checked: 'mixed' },
    // Locked, but reached with Tab: otherwise a screen reader would not say why.
    {
      name: 'VIN',
      description: 'The vehicle identification number · Always asked for',
      disabled: true,
      focusable: true,
    },
    { name: 'Fuel', description: 'How full the tank is and how far it reaches', checked: 'true' },
  ])
})

test('a brand has its name, its state, and why it cannot be chosen', async ({ page }) => {
  await openStory(page, 'components-brandpicker--in-the-united-states')
  await expect(page.locator('#storybook-root')).toMatchAriaSnapshot(`
    - searchbox "Search brands"
    - status
    - group "Brand":
      - radio "Acura"
      - radio "Chevrolet" [checked]
      - radio "Ford Connects only from an app" [disabled]
      - radio "Choose in the Smartcar window If your brand isn’t listed, or to decide later"
  `)
  expect(await nodesOf(page, 'status')).toMatchObject([{ live: 'polite', atomic: true }])
  await page.getByRole('searchbox').fill('chev')
  await expect(page.locator('#storybook-root')).toMatchAriaSnapshot(`
    - searchbox "Search brands": chev
    - status: 1 brand matches
    - group "Brand":
      - /children: equal
      - radio "Chevrolet" [checked]
      - text: Chevrolet
      - radio "Choose in the Smartcar window If your brand isn’t listed, or to decide later"
      - text: Choose in the Smartcar window If your brand isn’t listed, or to decide later
  `)
})
