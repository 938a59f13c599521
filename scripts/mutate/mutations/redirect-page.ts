// The checks of the redirect page: its headers, and how it hands the answer over.

import type { MutatedFile } from './mutated-file.ts'

const pageTests = [
  'redirect-page/finish-connect-listening.browser.test.ts',
  'redirect-page/finish-connect.browser.test.ts',
  'redirect-page/finish-connect-return.browser.test.ts',
  'redirect-page/finish-connect-delivery.browser.test.ts',
]

/** The mutations in `redirect-page/`. */
export const redirectPageMutations: readonly MutatedFile[] = [
  {
    file: 'redirect-page/page.ts',
    tests: ['redirect-page/page.test.ts'],
    mutations: [
      ['if (!/^\\/?[\\w.~%-]+', 'if (!/^[^#]*'],
      ["script.replaceAll('&', '&amp;')", 'script'],
      ['headersWith(cspOfTwoFiles)', 'headersWith(csp)'],
      ["'Cache-Control': 'no-cache',", ''],
      ["const nosniff = { 'X-Content-Type-Options': 'nosniff' }", 'const nosniff = {}'],
      ["; frame-ancestors 'none'", ''],
      ["'X-Frame-Options': 'DENY',", ''],
      ["'Referrer-Policy': 'no-referrer',", ''],
      ["'Cache-Control': 'no-store',", ''],
    ],
  },
  {
    file: 'redirect-page/read-message.ts',
    tests: pageTests,
    mutations: [
      ["if (!['state', ...answerNames].some(name => query.has(name)))", 'if (false)'],
      ["['state', ...answerNames].some", 'answerNames.some'],
      ['search.length <= maxQueryLength', 'true'],
      ['more.length || ', ''],
      [' || (value && value.length > maxLength)', ''],
      ['else if (query.has(name)) isClear = false', ''],
      ['isClear && tokenOf(state) ? params', 'tokenOf(state) ? params'],
      ['isClear && tokenOf(state) ? params', 'isClear ? params'],
    ],
  },
  {
    file: 'redirect-page/finish-connect.ts',
    tests: pageTests,
    mutations: [
      ["tryTo(() => history.replaceState(history.state, '', origin + pathname))", ''],
      ['if (top !== self || self.origin !== origin) {', 'if (self.origin !== origin) {'],
      ['if (top !== self || self.origin !== origin) {', 'if (top !== self) {'],
      [', setTimeout(stop, giveUpAtMs)', ''],
      ["setTimeout(show, unreachableAtMs, 'unreachable'), ", ''],
      ['timers.forEach(clearTimeout)', ''],
      [
        "tryTo(() => addEventListener('message', onAcknowledgement))",
        "addEventListener('message', onAcknowledgement)",
      ],
      [
        "tryTo(() => removeEventListener('message', onAcknowledgement))",
        "removeEventListener('message', onAcknowledgement)",
      ],
      ['tryTo(() => channel.postMessage(message))', 'channel.postMessage(message)'],
      ['tryTo(() => opener?.postMessage(message, origin))', 'opener?.postMessage(message, origin)'],
      ["tryTo(() => removeEventListener('message', onAcknowledgement))", ''],
      ['for (const channel of channels) channel.close()', ''],
      ['event.origin !== origin || ', ''],
      ["type !== 'smartcar-connect-ack' || ", ''],
      [' || id !== message.id', ''],
      ["show('done')\n    close()", "show('done')"],
      ['opener?.postMessage(message, origin)', "opener?.postMessage(message, '*')"],
      ['opener?.postMessage(message, origin)', ''],
      ['speak()\n        tryTo', 'tryTo'],
      ['speakOn(token)\n  speak()', 'speakOn(token)'],
      ['if (!hash) return\n', ''],
      [
        'if (!record.returnTo || record.hash !== hash || url.origin !== origin)',
        'if (record.hash !== hash || url.origin !== origin)',
      ],
      [
        'if (!record.returnTo || record.hash !== hash || url.origin !== origin)',
        'if (!record.returnTo || url.origin !== origin)',
      ],
      [
        'if (!record.returnTo || record.hash !== hash || url.origin !== origin)',
        'if (!record.returnTo || record.hash !== hash)',
      ],
      ['stop()\n    location', 'location'],
      ['if (!back) return speakOn(hash)', 'if (!back) return'],
    ],
  },
]
