// Compares stories with pictures: light, dark, right to left, on a phone, and in forced colours.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, expect, type Page, type TestInfo, test } from '@playwright/test'
import { browserLaunch } from '../../scripts/browser/browser-launch.ts'
import { type Globals, openStory, type StorybookWindow } from './stories.ts'

// The headless shell draws letters in its own way.
test.use({ launchOptions: browserLaunch() })

// One pixel in a hundred may differ, and each by a little: edges of letters do, from one graphics
// library to the next. A looser threshold than this one takes blue for green.
const tolerance = { maxDiffPixelRatio: 0.01, threshold: 0.05 }

// The font comes along, so that it does not depend on the machine.
const latin = import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')
const latinExt = import.meta.resolve(
  '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
)

function fontFace(file: string, range: string): string {
  const font = readFileSync(fileURLToPath(file)).toString('base64')
  return `@font-face { font-family: Looks; font-weight: 100 900; unicode-range: ${range}; src: url(data:font/woff2;base64,${font}) }`
}

const style = `
  ${fontFace(latin, 'U+0000-00FF, U+2000-206F')}
  ${fontFace(latinExt, 'U+0100-02FF')}
  .stage { font-family: Looks !important }
  *, ::before, ::after { animation: none !important; caret-color: transparent !important }
`

type View = Required<Pick<Globals, 'theme' | 'direction'>> & {
  width: number
  forcedColors: 'active' | 'none'
}

const light: View = { theme: 'light', direction: 'ltr', width: 800, forcedColors: 'none' }

const views = {
  light,
  dark: { ...light, theme: 'dark' },
  rtl: { ...light, direction: 'rtl' },
  phone: { ...light, width: 320 },
  forced: { ...light, width: 400, forcedColors: 'active' },
} satisfies Record<string, View>

type ViewName = keyof typeof views

const usual: readonly ViewName[] = ['light', 'dark', 'rtl', 'phone']

const looks: Readonly<Record<string, readonly ViewName[]>> = {
  'components-connectbutton--waiting': [...usual, 'forced'],
  'components-connectstatus--failed': usual,
  'components-connectstatus--on-the-way': usual,
  'components-scopepicker--some-chosen': usual,
  'components-brandpicker--in-germany': [...usual, 'forced'],
  'themes--forest': usual,
}

async function openToDraw(page: Page, id: string): Promise<void> {
  // After three seconds of an exchange the status has another sentence, which is not what is drawn here.
  await page.addInitScript(() => {
    const start = setTimeout
    Object.assign(window, {
      setTimeout: (run: () => void, ms?: number) => (ms === 3000 ? 0 : start(run, ms)),
    })
  })
  await openStory(page, id)
  await page.addStyleTag({ content: style })
  await page.evaluate(() => document.fonts.load('16px Looks', 'aŠ'))
  await page.evaluate(() => document.fonts.ready)
}

async function show(page: Page, { width, forcedColors, ...globals }: View): Promise<void> {
  await page.setViewportSize({ width, height: 700 })
  await page.emulateMedia({ forcedColors })
  await page.evaluate(
    globals => (window as unknown as StorybookWindow).switchGlobals(globals),
    globals,
  )
}

// Every major version of Chromium draws boxes and letters in its own way, so each has a folder.
function folderOf(browser: Browser): string {
  return `chromium-${browser.version().split('.')[0]}`
}

function isUpdate({ config }: TestInfo): boolean {
  return config.updateSnapshots === 'all'
}

test.beforeEach(({ browser }, info) => {
  const folder = folderOf(browser)
  const isKnown = existsSync(new URL(`../looks/${folder}/`, import.meta.url))
  const reason = `NOT COMPARED: there are no pictures in .storybook/looks/${folder}. “pnpm looks:update” makes them.`
  info.skip(!isKnown && !isUpdate(info), reason)
})

// If this line differs, the other pictures differ because of the machine, not because of a change.
test('draws letters as the machine did that made the pictures', async ({ browser, page }) => {
  await page.setContent(`<style>${style} p { font: 32px Looks }</style><p>Ready to drive 0123</p>`)
  await page.evaluate(() => document.fonts.load('32px Looks'))
  await expect(page).toHaveScreenshot([folderOf(browser), 'letters.png'], tolerance)
})

for (const [id, names] of Object.entries(looks)) {
  test(`looks as it did: ${id}, ${names.join(', ')}`, async ({ browser, page }) => {
    await openToDraw(page, id)
    for (const name of names) {
      await show(page, views[name])
      const picture = [folderOf(browser), `${id}-${name}.png`]
      await expect.soft(page).toHaveScreenshot(picture, { ...tolerance, fullPage: true })
    }
  })
}

test('notices when one colour has changed', async ({ browser, page }, info) => {
  info.skip(isUpdate(info), 'The pictures are being made.')
  await openToDraw(page, 'components-connectbutton--waiting')
  await show(page, views.phone)
  await page.addStyleTag({ content: ':root { --sc-accent: oklch(0.5 0.2 145) !important }' })
  const picture = [folderOf(browser), 'components-connectbutton--waiting-phone.png']
  const how = { ...tolerance, fullPage: true, timeout: 2_000 }
  async function compare() {
    return expect(page).toHaveScreenshot(picture, how)
  }
  await expect(compare()).rejects.toThrow(/pixels/)
})
