// Whose a session is, in random orders of clicks, tabs, reloads, duplicates, log-outs and late answers.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectionCount, startPage } from '../test/world/page.ts'
import type { Tab, World } from '../test/world/parts.ts'
import { closeTab, createWorld, openTab, reload } from '../test/world/world.ts'
import { isSettled } from './session.ts'

const deeds = [
  'click',
  'allow',
  'close',
  'reload',
  'duplicate',
  'log in',
  'wait',
  'cancel',
] as const
type Deed = { deed: (typeof deeds)[number]; which: number; ms: number }

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constantFrom(...deeds, 'click', 'allow', 'reload'),
  which: fc.nat(5),
  ms: fc.constantFrom(0, 1, 100, 500, 2_000, 60_000, 1_000_000),
})

/** A click, and what became of it. */
type Click = { state: string; tab: Tab; index: number; user: string; hasSettled: boolean }

// Longer than a state token is good for, twice: once for a session that was resumed.
const untilAllEndMs = 2_000_000

async function live(story: readonly Deed[], restMs = untilAllEndMs) {
  const world = createWorld()
  const clicks: Click[] = []
  const openers = new Map<Tab, { click: Click; handle: object }>()
  let codes = 0
  openTab(world)
  openTab(world)

  for (const { deed, which, ms } of story) {
    const tab = pick(
      world.tabs.filter(({ page, isPopup }) => page && !isPopup),
      which,
    )
    const popup = pick(
      world.tabs.filter(({ page, isPopup }) => page && isPopup),
      which,
    )
    if (deed === 'click' && tab?.page) {
      const index = which % connectionCount
      const before = tab.page.popups.length
      const ending = tab.page.connections[index]?.open()
      const opened = tab.page.popups.at(-1)
      if (opened && tab.page.popups.length > before) {
        const state = opened.address.searchParams.get('state') ?? ''
        const click = { state, tab, index, user: world.user, hasSettled: false }
        clicks.push(click)
        openers.set(opened.tab, { click, handle: opened.handle })
        void ending?.then(() => {
          click.hasSettled = true
        })
      }
    }
    const from = popup && openers.get(popup)
    if (deed === 'allow' && popup?.page && from) {
      const { click, handle } = from
      // Connect answers once.
      openers.delete(popup)
      const query = new URLSearchParams({ code: `${codes++}-${click.state}`, state: click.state })
      popup.page.isGone = true
      const load = { search: `?${query}`, opener: click.tab, handle }
      popup.page = startPage(world, popup, { kind: 'redirect', ...load })
    }
    if (deed === 'close' && popup) closeTab(popup)
    if (deed === 'reload' && tab) reload(world, tab)
    if (deed === 'duplicate' && tab && world.tabs.length < 12) openTab(world, tab)
    if (deed === 'log in') world.user = world.user === 'ann' ? 'bob' : 'ann'
    if (deed === 'cancel') tab?.page?.connections[which % connectionCount]?.cancel()
    await world.pass(deed === 'wait' ? ms : Math.min(ms, 500))
  }
  await world.pass(restMs)
  return { world, clicks }
}

function pick<V>(values: readonly V[], which: number): V | undefined {
  return values[which % Math.max(1, values.length)]
}

function livingPages(world: World) {
  return world.tabs.flatMap(({ page }) => (page && !page.isGone ? [page] : []))
}

const first = { which: 0, ms: 500 }

test.each<[string, Deed[], number]>([
  ['a click', [], 1],
  ['a reload', [{ deed: 'reload', ...first }], 1],
  [
    'two reloads',
    [
      { deed: 'reload', ...first },
      { deed: 'reload', ...first },
    ],
    1,
  ],
  ['a duplicate', [{ deed: 'duplicate', ...first }], 1],
  [
    'a reload after a log-out',
    [
      { deed: 'log in', ...first },
      { deed: 'reload', ...first },
    ],
    0,
  ],
  ['a log-out', [{ deed: 'log in', ...first }], 0],
  [
    'a log-out and back',
    [
      { deed: 'log in', ...first },
      { deed: 'log in', ...first },
    ],
    1,
  ],
  ['a cancel', [{ deed: 'cancel', ...first }], 0],
  ['a long wait', [{ deed: 'wait', which: 0, ms: 1_000_000 }], 0],
])('in this world, an answer after %s makes the expected exchanges', async (_, between, count) => {
  const story = [{ deed: 'click', ...first }, ...between, { deed: 'allow', ...first }] as const
  const { world, clicks } = await live(story)
  expect(world.exchanges).toHaveLength(count)
  if (count) expect(world.exchanges[0]).toMatchObject({ tab: clicks[0]?.tab, index: 0 })
})

test('in this world, a duplicated tab does not take part', async () => {
  const story = [
    { deed: 'click', ...first },
    { deed: 'duplicate', ...first },
  ] as const
  const { world } = await live(story, 0)
  const statuses = world.tabs.map(({ page }) => page?.connections.map(at => at.getSession().status))
  expect(statuses).toEqual([['waiting', 'idle'], ['idle', 'idle'], [], ['idle', 'idle']])
})

test('a duplicate that is made while the clicked tab loads anew does not take its session', async () => {
  const story: Deed[] = [
    { deed: 'click', ...first },
    { deed: 'reload', which: 0, ms: 1 },
    { deed: 'duplicate', which: 0, ms: 0 },
    { deed: 'wait', which: 0, ms: 2_000 },
  ]
  // The ids of claims are random, so once would prove nothing.
  for (let round = 0; round < 20; round++) {
    const { world } = await live(story, 0)
    const waiting = world.tabs.filter(({ page }) =>
      page?.connections.some(at => at.getSession().status === 'waiting'),
    )
    expect(waiting).toEqual([world.tabs[0]])
  }
})

test('one exchange at most, by the connection that was clicked, for the same login, and every session ends', {
  tags: ['F59', 'F60', 'T48', 'F08', 'F12'],
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 3, maxLength: 14 }), async story => {
      const { world, clicks } = await live(story)
      for (const click of clicks) {
        const sent = world.exchanges.filter(({ code }) => code.endsWith(click.state))
        expect(sent.length).toBeLessThanOrEqual(1)
        const { tab, index, user } = click
        expect(sent.every(by => by.tab === tab && by.index === index && by.user === user)).toBe(
          true,
        )
      }
      for (const page of livingPages(world)) {
        expect(page.faults).toEqual([])
        for (const connect of page.connections) {
          const session = connect.getSession()
          expect(session.status === 'idle' || isSettled(session)).toBe(true)
        }
      }
      expect(world.leftovers()).toBe(0)
    }),
    { numRuns: 150 },
  )
})
