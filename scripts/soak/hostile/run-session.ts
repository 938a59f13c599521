// One person with a browser: from the click to the ending, whatever happens in between.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright'
import { isEnded, type SessionEnd, saysUncertain } from './books.ts'
import type { SessionPlan } from './session-plan.ts'

/** The app's page, with what its script puts there. */
type Told = Omit<SessionEnd, 'person'>

// A person waits this long for a page of the provider, then closes the popup.
const patienceMs = 15_000
// Longer than any deadline of the client, and shorter than the life of a state token.
const endingWithinMs = 60_000
const triesAgain = 3
const retryable = ['exchange_failed', 'exchange_timeout', 'network_error']

/** Runs a session in a browser profile of its own. */
export async function runSession(
  browser: Browser,
  appOrigin: string,
  plan: SessionPlan,
): Promise<SessionEnd> {
  const { person, scenario, startedBy } = plan
  const context = await browser.newContext({ locale: 'en-US' })
  try {
    await context.addCookies([{ name: 'person', value: person, url: appOrigin }])
    const page = await context.newPage()
    // What moves the clock of the page, and no timer.
    await page.addInitScript(`
      globalThis.jumpMs = 0
      const realNow = Date.now
      Date.now = () => realNow() + globalThis.jumpMs`)
    await page.goto(`${appOrigin}/?scenario=${scenario}&session=${startedBy}`)
    await page.waitForFunction('typeof told === "function"')
    const clicks = plan.behaviour === 'clicks often' ? 4 : 1
    for (let click = 0; click < clicks; click += 1) await page.click('#connect')
    return { person, ...(await untilEnding(page, plan)) }
  } finally {
    await context.close()
  }
}

/** What the person does in the popup. It closes itself at the end. */
async function connect(page: Page, popup: Page, plan: SessionPlan): Promise<void> {
  const { behaviour, person } = plan
  popup.setDefaultTimeout(patienceMs)
  await popup.getByRole('button', { name: 'Tesla', exact: true }).click()
  await popup.getByLabel('Email').fill(`${person}@example.com`)
  await popup.getByLabel('Password').fill('any password')
  if (behaviour === 'closes') return popup.close()
  if (behaviour === 'reloads') await page.reload()
  if (behaviour === 'clock') await page.evaluate(`globalThis.jumpMs = ${plan.jumpMs}`)
  await popup.getByRole('button', { name: 'Sign in' }).click()
  const decision = popup.getByRole('button', { name: behaviour === 'denies' ? 'Deny' : 'Allow' })
  const agree = popup.getByRole('button', { name: 'Agree' })
  const gone = popup.waitForEvent('close', { timeout: patienceMs })
  gone.catch(() => {})
  const next = await Promise.race([
    decision.waitFor().then(() => 'decision'),
    agree.waitFor().then(() => 'car maker'),
    gone.then(() => 'gone'),
  ])
  if (next === 'gone') return
  if (next === 'car maker') await agree.click()
  await decision.click()
  if (behaviour === 'goes offline') {
    await page.context().setOffline(true)
    await sleep(2_000)
    await page.context().setOffline(false)
  }
  await gone
}

/** Waits for an ending, and tries again as a person does. A late answer may still change it. */
async function untilEnding(page: Page, plan: SessionPlan): Promise<Told> {
  const seen = new Set<Page>([page])
  let wasUncertain = false
  for (let tries = 0; ; tries += 1) {
    const told = { ...(await settled(page, plan, seen)), wasUncertain }
    const isRetryable = told.status === 'failed' && retryable.includes(told.why ?? '')
    if (!isRetryable || tries === triesAgain) return told
    wasUncertain ||= saysUncertain({ person: plan.person, ...told })
    await sleep(1_000)
    const presses = plan.behaviour === 'clicks often' ? 3 : 1
    for (let press = 0; press < presses; press += 1) await page.click('#again')
  }
}

/** What the page says once it has said the same ending for two seconds, or when time is up. */
async function settled(page: Page, plan: SessionPlan, seen: Set<Page>): Promise<Told> {
  const until = Date.now() + endingWithinMs
  let last = await toldBy(page)
  let sinceMs = Date.now()
  while (Date.now() < until) {
    await sleep(200)
    const popup = page
      .context()
      .pages()
      .find(found => !seen.has(found))
    if (popup !== undefined) {
      seen.add(popup)
      // A provider that does not come, or a popup that has gone: the person closes what is left of it.
      await connect(page, popup, plan).catch(() => popup.close())
    }
    const told = await toldBy(page)
    if (JSON.stringify(told) !== JSON.stringify(last)) sinceMs = Date.now()
    last = told
    if (isEnded({ person: '', ...told }) && Date.now() - sinceMs > 2_000) return told
  }
  return last
}

async function toldBy(page: Page): Promise<Told> {
  return page.evaluate<Told>('told()')
}
