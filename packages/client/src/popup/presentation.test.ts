// Where Connect appears, by what is asked for and by what the browser is.

import { afterEach, expect, test, vi } from 'vitest'
import { type Presentation, wantsRedirect } from './presentation.ts'

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const iPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit}`
const iPad = `Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) ${webkit}`
const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit}`
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const android = `Mozilla/5.0 (Linux; Android 10; K) ${blink} Chrome/140.0.0.0 Mobile Safari/537.36`
const view = `Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A.250105.002; wv) ${blink} Version/4.0 Chrome/140.0.7339.51 Mobile Safari/537.36`

function stubBrowser(userAgent: string, displayMode = 'browser', standalone?: boolean) {
  vi.stubGlobal('navigator', { userAgent, standalone })
  vi.stubGlobal('matchMedia', (query: string) => {
    const [, not, mode] = query.match(/^(not all and )?\(display-mode: ([\w-]+)\)$/) ?? []
    return { matches: (mode === displayMode) === !not }
  })
}

afterEach(() => vi.unstubAllGlobals())

test.each<[Presentation | undefined, boolean]>([
  [undefined, false],
  ['popup', false],
  ['redirect', true],
])(
  '%s decides by itself, whatever the browser is',
  { tags: ['F38'] },
  (presentation, redirects) => {
    for (const [userAgent, mode] of [
      [android, 'browser'],
      [view, 'standalone'],
    ] as const) {
      stubBrowser(userAgent, mode)
      expect(wantsRedirect(presentation)).toBe(redirects)
    }
  },
)

test.each([
  'standalone',
  'fullscreen',
  'minimal-ui',
  'window-controls-overlay',
  'tabbed',
  'picture-in-picture',
])(
  'auto is this tab in an app that was installed to show itself as %s',
  { tags: ['F38'] },
  mode => {
    stubBrowser(android, mode)
    expect(wantsRedirect('auto')).toBe(true)
  },
)

test('auto is this tab in an app on the home screen of an iPhone', { tags: ['F38'] }, () => {
  stubBrowser(`${iPhone} Version/18.5 Mobile/15E148 Safari/604.1`, 'browser', true)
  expect(wantsRedirect('auto')).toBe(true)
})

test.each([
  ['Safari on an iPhone', `${iPhone} Version/18.5 Mobile/15E148 Safari/604.1`],
  ['Safari on an iPad', `${iPad} Version/18.5 Mobile/15E148 Safari/604.1`],
  ['Safari on an iPad that asks for desktop pages', `${mac} Version/18.5 Safari/605.1.15`],
  ['Chrome on an iPhone', `${iPhone} CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1`],
  ['Firefox on an iPhone', `${iPhone} FxiOS/142.0 Mobile/15E148 Safari/605.1.15`],
  ['Firefox Focus on an iPhone', `${iPhone} FxiOS/7.0.4 Mobile/16B91 Safari/605.1.15`],
  ['Edge on an iPhone', `${iPhone} Version/18.0 EdgiOS/140.0.3485.41 Mobile/15E148 Safari/604.1`],
  ['Opera on an iPhone', `${iPhone} Version/18.5 Mobile/15E148 Safari/604.1 OPT/5.6.1`],
  ['DuckDuckGo on an iPhone', `${iPhone} Version/18.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
  ['Safari on a Mac', `${mac} Version/18.5 Safari/605.1.15`],
  [
    'Chrome on a Mac',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${blink} Chrome/140.0.0.0 Safari/537.36`,
  ],
  [
    'Firefox on a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0',
  ],
  [
    'Edge on Windows',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
  ],
  ['Chrome on Android', android],
  ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0'],
  [
    'Samsung Internet',
    `Mozilla/5.0 (Linux; Android 10; K) ${blink} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  ],
  ['jsdom', `Mozilla/5.0 (darwin) ${blink} jsdom/26.1.0`],
  ['happy-dom', `Mozilla/5.0 (X11; Linux x64) ${blink} HappyDOM/18.0.1`],
  ['a browser whose names only begin alike', `${android} Linebreaker Onwv GSAX Instagrammar MyGSA`],
])('auto is a popup in %s', { tags: ['F38'] }, (_, userAgent) => {
  stubBrowser(userAgent)
  expect(wantsRedirect('auto')).toBe(false)
})

test.each([
  ['Facebook on an iPhone', `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/527.0.0.41.90;FBBV/779]`],
  ['Facebook on Android', `${view} [FB_IAB/FB4A;FBAV/526.0.0.47.109;]`],
  [
    'Instagram on an iPhone',
    `${iPhone} Mobile/22F76 Instagram 395.0.0.30.89 (iPhone15,2; iOS 18_5)`,
  ],
  ['Instagram on Android', `${view} Instagram 395.0.0.46.85 Android (35/15; 420dpi; 1080x2268)`],
  ['LINE on an iPhone', `${iPhone} Mobile/15E148 Safari Line/15.12.0`],
  ['LINE on Android', `${view} Line/15.12.1/IAB`],
  ['WeChat on an iPhone', `${iPhone} Mobile/15E148 MicroMessenger/8.0.61(0x18003d29) NetType/WIFI`],
  [
    'WeChat on Android',
    `${android} MMWEBID/4325 MicroMessenger/8.0.61.2880(0x28003D34) WeChat/arm64`,
  ],
  [
    'Snapchat on an iPhone',
    `${iPhone} Mobile/15E148 Snapchat/13.50 (like Safari/8621.2.5.10, panda)`,
  ],
  ['TikTok on an iPhone', `${iPhone} Mobile/15E148 musical_ly_41.3.0 JsSdk/2.0 NetType/WIFI`],
  ['LinkedIn on an iPhone', `${iPhone} Mobile/15E148 [LinkedInApp]/9.31.2480`],
  ['X on an iPhone', `${iPhone} Mobile/15E148 Twitter for iPhone/11.20`],
  ['Pinterest on an iPhone', `${iPhone} Mobile/15E148 [Pinterest/iOS]`],
  [
    'NAVER on an iPhone',
    `${iPhone} Version/18.5 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 2000; 12.10.2)`,
  ],
  ['the Google app on an iPhone', `${iPhone} GSA/383.0.797833943 Mobile/15E148 Safari/604.1`],
  ['any app on an iPhone', `${iPhone} Mobile/15E148`],
  ['any app on an iPad', `${iPad} Mobile/15E148`],
  [
    'any app on an iPod',
    `Mozilla/5.0 (iPod touch; CPU iPhone OS 15_8 like Mac OS X) ${webkit} Mobile/15E148`,
  ],
  ['any app on a Mac, or on an iPad that asks for desktop pages', mac],
  ['any app on Android', view],
  ['an app on Android that hides that it shows a view', view.replace('; wv', '')],
])('auto is this tab in the browser of %s', { tags: ['F38'] }, (_, userAgent) => {
  stubBrowser(userAgent)
  expect(wantsRedirect('auto')).toBe(true)
})

test('auto is a popup where nothing tells how the page is shown, as in jsdom', () => {
  stubBrowser(android)
  vi.stubGlobal('matchMedia', undefined)
  expect(wantsRedirect('auto')).toBe(false)
  // An old browser knows no such question, whichever way it is put.
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  expect(wantsRedirect('auto')).toBe(false)
})
