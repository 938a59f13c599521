// How the key stories look, compared with pictures: light, dark, right to left, on a phone,
// and two of them in forced colours.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, expect, type Page, type TestInfo, test } from '@playwright/test'
import { type Globals, openStory } from './stories.ts'

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

type View = Globals & { width: number; forcedColors?: 'active' }

const views: Readonly<Record<string, View>> = {
  light: { theme: 'light', width: 800 },
  dark: { theme: 'dark', width: 800 },
  rtl: { theme: 'light', direction: 'rtl', width: 800 },
  phone: { theme: 'light', width: 320 },
}

const forced: View = { width: 400, forcedColors: 'active' }

const stories = [
  'components-connectbutton--waiting',
  'components-connectstatus--failed',
  'components-connectstatus--on-the-way',
  'components-scopepicker--some-chosen',
  'components-brandpicker--in-germany',
  'themes--forest',
]

async function draw(page: Page, id: string, { width, forcedColors, ...globals }: View) {
  await page.setViewportSize({ width, height: 700 })
  if (forcedColors) await page.emulateMedia({ forcedColors })
  await openStory(page, id, globals)
  await page.addStyleTag({ content: style })
  await page.evaluate(() => document.fonts.load('16px Looks', 'aŠ'))
  await page.evaluate(() => document.fonts.ready)
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

// If even this line differs, it is the machine and not a change that the other tests complain about.
test('draws letters as the machine did that made the pictures', async ({ browser, page }) => {
  await page.setContent(`<style>${style} p { font: 32px Looks }</style><p>Ready to drive 0123</p>`)
  await page.evaluate(() => document.fonts.load('32px Looks'))
  await expect(page).toHaveScreenshot([folderOf(browser), 'letters.png'], tolerance)
})

const looks: readonly (readonly [id: string, view: string, how: View])[] = [
  ...stories.flatMap(id => Object.entries(views).map(([view, how]) => [id, view, how] as const)),
  ['components-connectbutton--waiting', 'forced', forced],
  ['components-brandpicker--in-germany', 'forced', forced],
]

for (const [id, view, how] of looks) {
  test(`looks as it did: ${id}, ${view}`, async ({ browser, page }) => {
    await draw(page, id, how)
    const picture = [folderOf(browser), `${id}-${view}.png`]
    await expect(page).toHaveScreenshot(picture, { ...tolerance, fullPage: true })
  })
}

test('notices when one colour has changed', async ({ browser, page }, info) => {
  info.skip(isUpdate(info), 'The pictures are being made.')
  await draw(page, 'components-connectbutton--waiting', { theme: 'light', width: 320 })
  await page.addStyleTag({ content: ':root { --sc-accent: oklch(0.5 0.2 145) !important }' })
  const picture = [folderOf(browser), 'components-connectbutton--waiting-phone.png']
  const how = { ...tolerance, fullPage: true, timeout: 2_000 }
  const compare = async () => expect(page).toHaveScreenshot(picture, how)
  await expect(compare()).rejects.toThrow(/pixels/)
})
