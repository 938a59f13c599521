// The stories of the static Storybook, and how to open one as it is to be looked at.

import { expect, type Page } from '@playwright/test'

/** A story as Storybook's own index lists it. */
export type StoryEntry = { id: string; title: string; name: string }

/** What the switches above a story are set to. */
export type Globals = {
  theme?: 'light' | 'dark'
  language?: string
  direction?: 'ltr' | 'rtl'
}

/** Storybook in the page: its channel, and how far the story has got; and what `openStory` adds. */
export type StorybookWindow = {
  __STORYBOOK_PREVIEW__: {
    channel: { emit(event: string, payload: object): void }
    currentRender?: { phase?: string }
  }
  /** Switches the story that is open, as the toolbar above it does, and waits until it is so. */
  switchGlobals(globals: Globals): Promise<void>
}

/** Every story there is. */
export async function everyStory(page: Page): Promise<readonly StoryEntry[]> {
  const { entries } = await (await page.request.get('index.json')).json()
  const all = Object.values(entries) as (StoryEntry & { type: string })[]
  return all.filter(({ type }) => type === 'story')
}

/**
 * Opens a story and waits until it is there and has played. What it plays speaks English, so the
 * language is switched afterwards. Storybook's own axe stays out of the way.
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

  function isThere({ theme, language, direction }: Globals): boolean {
    const stage = document.querySelector<HTMLElement>('.stage')
    return (
      stage !== null &&
      (theme ?? stage.style.colorScheme) === stage.style.colorScheme &&
      (language ?? stage.lang) === stage.lang &&
      (direction ?? stage.dir) === stage.dir
    )
  }

  // Storybook would call it finished a tenth of a second later, in case something moves.
  storybook.switchGlobals = async globals => {
    storybook.__STORYBOOK_PREVIEW__.channel.emit('updateGlobals', { globals })
    do await new Promise(requestAnimationFrame)
    while (!isThere(globals))
  }
}
