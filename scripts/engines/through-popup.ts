// What a person does, in any engine.

import { randomUUID } from 'node:crypto'
import type { Engine, Tab } from './engine.ts'
import { poll } from './poll.ts'

/** Opens a page of the app and waits until its script runs. */
export async function openApp(engine: Engine, url: string): Promise<Tab> {
  const tab = await engine.newTab()
  await tab.goTo(url)
  await untilReady(tab)
  return tab
}

/** Waits until the app's script runs. */
export function untilReady(tab: Tab): Promise<unknown> {
  return poll('the app’s page', () => tab.evaluate('typeof connect === "object"'))
}

/** Clicks the app's button and gives the popup. */
export async function openConnect(engine: Engine, tab: Tab): Promise<Tab> {
  const before = new Set((await engine.tabs()).map(({ id }) => id))
  await tab.activate()
  await tab.click('button')
  return poll('the popup', async () => (await engine.tabs()).find(({ id }) => !before.has(id)))
}

/** Chooses a brand and signs in; the page with *Allow* is there when it returns. */
export async function signIn(popup: Pick<Tab, 'evaluate'>): Promise<void> {
  await press(popup, 'Tesla')
  const email = `${randomUUID().replaceAll('-', '').slice(0, 17)}@bev.smartcar.com`
  const fields = { email, password: 'any password' }
  await poll('the sign-in page', () =>
    popup.evaluate(`Object.entries(${JSON.stringify(fields)}).every(([type, value]) => {
      const field = document.querySelector('input[type=' + type + ']')
      if (field) field.value = value
      return field
    })`),
  )
  await press(popup, 'Sign in')
  await poll('the consent page', () => popup.evaluate(button('Allow')))
}

/** Presses a button as soon as the page has it. */
export async function press(popup: Pick<Tab, 'evaluate'>, label: string): Promise<void> {
  // Answers before the page is gone.
  const later = `(found => found && !setTimeout(() => found.click()) || Boolean(found))(${find(label)})`
  await poll(`“${label}”`, () => popup.evaluate(later))
}

/** Waits for the app's session to be so, as in `connected 1`. */
export function untilSeen(tab: Tab, entry: RegExp): Promise<unknown> {
  return poll(`${entry}`, async () => {
    const seen = await tab.evaluate('JSON.stringify(seen)')
    return typeof seen === 'string' && JSON.parse(seen).some((line: string) => entry.test(line))
  })
}

/** Waits until the popup has closed. */
export function untilGone(engine: Engine, { id }: Tab): Promise<unknown> {
  return poll('the end of the popup', async () =>
    (await engine.tabs()).every(other => other.id !== id),
  )
}

function find(label: string): string {
  return `[...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim().endsWith(${JSON.stringify(label)}))`
}

function button(label: string): string {
  return `Boolean(${find(label)})`
}
