// The checks of the options, and of the address that they become.

import type { MutatedFile } from './mutated-file.ts'

/** The mutations in the files of the options. */
export const optionMutations: readonly MutatedFile[] = [
  {
    file: 'options/connect-url.ts',
    tests: ['options/connect-url.test.ts', 'options/connect-options.test.ts'],
    mutations: [
      ['if (!applicationId === !clientId)', 'if (!applicationId && !clientId)'],
      ['if (!applicationId === !clientId)', 'if (applicationId && clientId)'],
      ["if (!redirectUri && responseType !== 'none') refuse('redirectUri', 'is missing')", ''],
      ['if (options.singleSelectVin && !options.singleSelect)', 'if (false)'],
      ["if (value === undefined || value === '' || ", 'if (value === undefined || '],
      ["if (value === undefined || value === '' || ", "if (value === '' || "],
      ["?? refuse(name, 'is no option', 'options')", '?? text'],
      ['if (!words.every(', 'if (false && !words.every('],
      ['!unsent[name] && ', ''],
      [' || unsent[name] === text', ''],
      ['words.length && ', ''],
      ['presentation: /^(auto|popup|redirect)$/', 'presentation: text'],
      ['!(vehicleId && first[name])', 'true'],
      ["if (vehicleId && responseType === 'code')", 'if (vehicleId)'],
      ["if (vehicleId && responseType === 'code') query.set('response_type', 'vehicle_id')", ''],
      ["vehicleId ? 'reauthenticate' : 'authorize'", "'authorize'"],
      ["connectOrigin || 'https://connect.smartcar.com'", "'https://connect.smartcar.com'"],
      ['redirectUri: /^https?:\\/\\/[^#]+$/', 'redirectUri: text'],
      ['redirectUri: /^https?:\\/\\/[^#]+$/', 'redirectUri: /^https?:\\/\\/.+$/'],
      ['responseType: /^(code|none)$/', 'responseType: text'],
      ['state: /^.{0,2048}$/s', 'state: text'],
      ['connectOrigin: /^https?:\\/\\/[\\w.:[\\]-]+\\/?$/', 'connectOrigin: text'],
      [
        'connectOrigin: /^https?:\\/\\/[\\w.:[\\]-]+\\/?$/',
        'connectOrigin: /^https?:\\/\\/[\\w.:[\\]-]+/',
      ],
      ['scope: /^\\S+$/', 'scope: text'],
      ['approvalPrompt: /^(auto|force)$/', 'approvalPrompt: text'],
      ['mode: /^(live|simulated|test)$/', 'mode: text'],
      ['singleSelect: /^(true|false)$/', 'singleSelect: text'],
      ['singleSelectVin: /^[A-Z\\d]{17}$/i', 'singleSelectVin: text'],
      ['flags: /^[^\\s:]+:\\S+$/', 'flags: text'],
    ],
  },
  {
    file: 'options/connect-options.ts',
    tests: ['options/connect-options.test.ts', 'connect.browser.test.ts'],
    mutations: [
      ["if (!options.exchange) refuse('exchange', 'is missing')", ''],
      [
        'if (redirectUri && here && origin !== here && options.unsafeHostedRedirect !== true)',
        'if (false)',
      ],
      ['if (redirectUri && here && origin !== here &&', 'if (here && origin !== here &&'],
      ['if (redirectUri && here && origin !== here &&', 'if (redirectUri && origin !== here &&'],
      ['if (redirectUri && here && origin !== here &&', 'if (redirectUri && here &&'],
      [' && options.unsafeHostedRedirect !== true)', ')'],
      ['options.unsafeHostedRedirect !== true)', '!options.unsafeHostedRedirect)'],
      ['origin !== here &&', '!redirectUri.startsWith(here) &&'],
    ],
  },
]
