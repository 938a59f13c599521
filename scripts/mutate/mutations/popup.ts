// The checks of the popup: its message, how it is opened, watched and heard.

import type { MutatedFile } from './mutated-file.ts'

const session = ['connect-hostile.browser.test.ts', 'connect.browser.test.ts']

/** The mutations in `popup/`. */
export const popupMutations: readonly MutatedFile[] = [
  {
    file: 'popup/message.ts',
    tests: ['popup/message.test.ts', ...session],
    mutations: [
      [
        'channelName(token: string): string {',
        "channelName(token: string): string {\n  if (token) return 'smartcar-connect:'",
      ],
      ['isFrom(sender, event) && ', ''],
      [' && isConnectMessage(event.data)', ''],
      ['event.isTrusted && ', ''],
      ['event.origin === origin && ', ''],
      ['event.origin === origin', 'event.origin.startsWith(origin)'],
      ['event.origin === origin', 'origin.startsWith(event.origin)'],
      [' && event.source === source', ''],
      ['return state === expected', 'return true'],
      ['return state === expected', 'return state.startsWith(expected)'],
      ['return state === expected', 'return expected.startsWith(state)'],
      ["if (keysOf(data) !== 'id,params,state,type') return false", ''],
      ["type === 'smartcar-connect' &&", ''],
      ["id !== '' &&", ''],
      ['keysOf(params) !== undefined &&', ''],
      ['[id, state, ...Object.values(params)]', '[state, ...Object.values(params)]'],
      ['[id, state, ...Object.values(params)]', '[id, ...Object.values(params)]'],
      ['[id, state, ...Object.values(params)]', '[id, state]'],
      ["data && typeof data === 'object' ?", 'data ?'],
      ["data && typeof data === 'object' ?", "typeof data === 'object' ?"],
    ],
  },
  {
    file: 'popup/age.ts',
    tests: ['popup/age.test.ts'],
    mutations: [
      ['Math.max(Date.now() - wall, performance.now() - steady)', 'Date.now() - wall'],
      ['Math.max(Date.now() - wall, performance.now() - steady)', 'performance.now() - steady'],
    ],
  },
  {
    file: 'popup/watch.ts',
    tests: ['popup/watch.test.ts'],
    mutations: [
      ["if (ageMs >= tokenLifeMs) return onSign('expired')", ''],
      ['if (!popup.closed) return', ''],
      ['if (!lost) onSign', 'onSign'],
      ["if (!lost) onSign('lost')", ''],
      ['document.hasFocus() ?', 'true ?'],
      ['Math.min(backSinceMs, ageMs)', 'ageMs'],
      ['Math.min(backSinceMs, ageMs) : Infinity', 'Math.min(backSinceMs, ageMs) : backSinceMs'],
      ['if (ageMs - backSinceMs >= graceMs)', 'if (backSinceMs < Infinity)'],
      ['clearTimeout(timer)\n      timer = ', 'timer = '],
      ["timer = setTimeout(onSign, tokenLifeMs - ageMs, 'expired')", ''],
      ["signal.addEventListener('abort', () => clearTimeout(timer))", ''],
    ],
  },
  {
    file: 'popup/open-popup.ts',
    tests: ['popup/open-popup.test.ts', 'connect.browser.test.ts'],
    mutations: [
      ["'_blank'", "'smartcar'"],
      ['`popup,width', '`popup,noopener,width'],
      ['popup && !popup.closed ?', 'popup ?'],
      ['popup && !popup.closed ?', 'popup as Window ?'],
      [
        "{ ok: true, popup } : { ok: false, code: 'popup_blocked' }",
        '{ ok: true, popup: popup as Window } : { ok: true, popup: popup as Window }',
      ],
      ['open(url.href,', 'open(url,'],
      [
        "return { ok: false, code: 'popup_failed', cause: withoutToken(cause, url) }",
        'throw cause',
      ],
      ["ok: false, code: 'popup_failed', cause", "ok: false, code: 'popup_blocked', cause"],
      ['cause: withoutToken(cause, url)', 'cause'],
      [' || 0', ''],
      ['Math.round(start + ', 'Math.round('],
    ],
  },
  {
    file: 'popup/presentation.ts',
    tests: ['popup/presentation.test.ts'],
    mutations: [
      ["if (presentation !== 'auto') return presentation === 'redirect'", ''],
      ["return presentation === 'redirect'", 'return false'],
      ['return isInstalled || ', 'return '],
      ['appWindow.test(navigator.userAgent)', 'false'],
      ['not all and (display-mode: browser)', '(display-mode: standalone)'],
      ['globalThis.matchMedia?.(', 'matchMedia('],
      [' ||\n    (navigator as { standalone?: boolean }).standalone', ''],
      ['|Macintosh', ''],
      ['.*AppleWebKit)', ')'],
      ['(?!.* Safari\\/)', ''],
      ['; wv\\)', 'wv'],
      ['\\b(FB(', '(FB('],
      [')\\b/', ')/'],
    ],
  },
  {
    file: 'popup/listen.ts',
    tests: ['popup/listen.browser.test.ts', 'popup/patched-functions.browser.test.ts', ...session],
    mutations: [
      ['event => hear(event, popup,', 'event => hear(event, event.source as Window,'],
      ['popup.postMessage(data, location.origin)', "popup.postMessage(data, '*')"],
      ['popup.postMessage(data, location.origin)', '{}'],
      [', { signal })', ')'],
      ['listenOnChannel(token, onMessage, signal)\n', ''],
      ['channelName(name)', "channelName('')"],
      ['event => hear(event, null,', 'event => hear(event, self,'],
      ['data => channel.postMessage(data)', '() => {}'],
      ["signal.addEventListener('abort', () => channel.close())", ''],
      ['return true', 'return false'],
      ['return false', 'return true'],
      ['return false', "throw new Error('forbidden')"],
      [
        'if (message) onMessage(message, () => acknowledge(message.id))',
        'onMessage(message as ConnectMessage, () => acknowledge(Object(message).id))',
      ],
      ['acknowledge(message.id)', "acknowledge('')"],
      ['    // The answer is here all the same.\n', "    throw new Error('not told')\n"],
      [
        "    // A script that put itself in the function's place threw. The channel is left.\n",
        "    throw new Error('not heard')\n",
      ],
    ],
  },
]
