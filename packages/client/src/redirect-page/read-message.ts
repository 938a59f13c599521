// Reads the answer out of the query of the redirect page's address.

import { answerNames, type ConnectMessage, maxLength } from '../popup/message.ts'
import { tokenOf } from '../state/read-state.ts'

// What most servers accept as the first line of a request.
const maxQueryLength = 8192

/** The message for an opener; `undefined` where the query holds nothing for one. */
export function readMessage(search: string): ConnectMessage | undefined {
  const query = new URLSearchParams(search)
  if (!['state', ...answerNames].some(name => query.has(name))) return undefined
  let isClear = search.length <= maxQueryLength
  // One value per name: somebody who can add a second one must not choose which counts.
  const once = (name: string) => {
    const [value, ...more] = query.getAll(name)
    return more.length || (value && value.length > maxLength) ? undefined : value
  }
  const params: Record<string, string> = {}
  for (const name of answerNames) {
    const value = once(name)
    if (value !== undefined) params[name] = value
    else if (query.has(name)) isClear = false
  }
  const state = once('state') ?? ''
  return {
    type: 'smartcar-connect',
    id: `${crypto.getRandomValues(new Uint32Array(2))}`,
    state,
    // Without a token, the channel would have a name that anyone knows.
    params: isClear && tokenOf(state) ? params : {},
  }
}
