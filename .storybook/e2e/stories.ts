// The stories of the static Storybook, and how to open one.

import { expect, type Page } from '@playwright/test'

/** A story in the index of Storybook. */
export type StoryEntry = {
  /** As in its address. */
  readonly id: string
  /** Its place in the sidebar. */
  readonly title: string
  /** Its name in the sidebar. */
  readonly name: string
}

/** The switches above a story; one that is left out stays as it is. */
export type Globals = {
  theme?: 'light' | 'dark'
  language?: string
  direction?: 'ltr' | 'rtl'
}

/** What Storybook, and `openStory`, put into the page's `window`. */
export type StorybookWindow = {
  /** Storybook's own: its channel, and the phase of the story. */
  __STORYBOOK_PREVIEW__: {
    channel: { emit(event: string, payload: object): void }
    currentRender?: { phase?: string }
  }
  /** Sets the switches, as the toolbar above the story does, and waits until the story follows. */
  switchGlobals(globals: Globals): Promise<void>
}

/** Every story. */
export async function everyStory(page: Page): Promise<readonly StoryEntry[]> {
  const { entries } = await (await page.request.get('index.json')).json()
  const all = Object.values(entries) as (StoryEntry & { type: string })[]
  return all.filter(({ type }) => type === 'story')
}

/**
 * Opens a story and waits until its play function has finished. Storybook's own check with axe does
 * not run.
 */
export async function openStory(page: Page, id: string, globals: Globals = {}): Promise<void> {
  const set = Object.entries({ ...globals, 'a11y.manual': '!true' }).map(pair => pair.join(':'))
  await page.goto(`iframe.html?id=${id}&viewMode=story&globals=${set.join(';')}`)
  await expect(page.locator('#storybook-root .stage')).toBeVisible()
  await page.waitForFunction(() => {
    const { __STORYBOOK_PREVIEW__: preview } = window as unknown as StorybookWindow
    return preview.currentRender?.phase === 'finished'
  })
  await page.evaluate(installSwitch)
}

// Runs in the page.
function installSwitch(): void {
  const storybook = window as unknown as StorybookWindow
  // A busy machine is slow; a story that failed would never follow.
  const patienceMs = 60_000

  function isThere({ theme, language, direction }: Globals): boolean {
    const stage = document.querySelector<HTMLElement>('.stage')
    return (
      stage !== null &&
      (theme ?? stage.style.colorScheme) === stage.style.colorScheme &&
      (language ?? stage.lang) === stage.lang &&
      (direction ?? stage.dir) === stage.dir
    )
  }

  // Storybook itself would wait a tenth of a second more, in case something moves. A frame would be
  // 16 ms, but what is measured is laid out when it is asked for.
  storybook.switchGlobals = async globals => {
    const begin = performance.now()
    storybook.__STORYBOOK_PREVIEW__.channel.emit('updateGlobals', { globals })
    do {
      if (performance.now() > begin + patienceMs) {
        throw new Error(`The story does not follow ${JSON.stringify(globals)}.`)
      }
      await new Promise(resolve => setTimeout(resolve))
    } while (!isThere(globals))
  }
}
