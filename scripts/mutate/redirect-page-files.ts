// Which files a change of the redirect page can come from.

/** The files that the redirect page is built from, below `packages/client/src`. */
export const redirectPageFiles: readonly string[] = [
  'redirect-page/finish-connect.ts',
  'redirect-page/read-message.ts',
  'popup/message.ts',
  'state/read-state.ts',
]
