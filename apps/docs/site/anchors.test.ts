// Tests of anchors: the same as on GitHub.

import { expect, test } from 'vitest'
import { slugOf } from './anchors.ts'

test.each([
  ['popup_blocked', 'popup_blocked'],
  ['applicationId', 'applicationid'],
  ['Version 3: `response_type=none`', 'version-3-response_typenone'],
  ['No error, the popup just stays', 'no-error-the-popup-just-stays'],
  ['Où est-ce ?', 'où-est-ce-'],
])('%s', (heading, anchor) => {
  expect(slugOf(heading)).toBe(anchor)
})
