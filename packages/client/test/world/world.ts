// A small world of tabs, pages, popups and one clock, in which the real client and redirect page run.

// Real browsers prove single cases end to end; this one goes through hundreds of random orders in a
// second. Each page is a JavaScript realm of its own, as in a browser.

import { startPage } from './page.ts'
import type { Tab, Task, World } from './parts.ts'

/** An empty world. */
export function createWorld(): World {
  const tasks = new Set<Task>()
  let order = 0
  const world: World = {
    tabs: [],
    exchanges: [],
    user: 'ann',
    nowMs: 1_800_000_000_000,
    channels: new Map(),
    leftovers() {
      const channels = [...world.channels.values()].flatMap(group => [...group])
      return (
        channels.filter(({ page }) => !page.isGone).length +
        [...tasks].filter(({ page }) => !page.isGone).length
      )
    },
    later(page, delayMs, run) {
      const task = { atMs: world.nowMs + Math.max(0, delayMs), order: order++, page, run }
      tasks.add(task)
      return () => tasks.delete(task)
    },
    async pass(ms) {
      const endMs = world.nowMs + ms
      await quiet()
      for (let task = next(endMs); task; task = next(endMs)) {
        tasks.delete(task)
        world.nowMs = Math.max(world.nowMs, task.atMs)
        if (!task.page.isGone) task.run()
        await quiet()
      }
      world.nowMs = endMs
    },
  }
  function next(endMs: number): Task | undefined {
    return [...tasks]
      .filter(({ atMs }) => atMs <= endMs)
      .sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0]
  }
  return world
}

/** Opens a tab at the app, with a copy of another tab's storage if it is a duplicate. */
export function openTab(world: World, original?: Tab): Tab {
  const tab: Tab = { storage: new Map(original?.storage), page: undefined, isPopup: false }
  world.tabs.push(tab)
  tab.page = startPage(world, tab, { kind: 'app', visit: 'navigate' })
  return tab
}

/** Loads the tab's page anew. */
export function reload(world: World, tab: Tab): void {
  if (tab.page) tab.page.isGone = true
  tab.page = startPage(world, tab, { kind: 'app', visit: 'reload' })
}

/** Closes a tab or a popup. */
export function closeTab(tab: Tab): void {
  if (tab.page) tab.page.isGone = true
  tab.page = undefined
}

// Promises of all realms go on in the same queue.
function quiet(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
