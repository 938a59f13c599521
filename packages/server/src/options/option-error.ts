// The error that tells a developer which option cannot work.

import { troubleshooting } from '../troubleshooting.ts'

/** Every option that can be refused. Each has a section of its name in the documentation. */
export type OptionName =
  | 'address'
  | 'api'
  | 'apiUrl'
  | 'applicationId'
  | 'appSession'
  | 'challenge'
  | 'clientId'
  | 'clientSecret'
  | 'clock'
  | 'connection'
  | 'connectUrl'
  | 'deadlineMs'
  | 'fetch'
  | 'file'
  | 'iamUrl'
  | 'keys'
  | 'limitKey'
  | 'machine'
  | 'managementToken'
  | 'maxConcurrent'
  | 'mode'
  | 'onConnected'
  | 'onReauthenticated'
  | 'onTokens'
  | 'origins'
  | 'params'
  | 'path'
  | 'pool'
  | 'redirectUri'
  | 'requireSession'
  | 'scope'
  | 'simulator'
  | 'store'
  | 'tenant'
  | 'tokens'
  | 'tokenUrl'
  | 'unitSystem'
  | 'user'

/** An option, or a member of it, such as `machine.clientId`. */
export type OptionPath = OptionName | `${OptionName}.${string}`

/**
 * Makes the error for an option that cannot work.
 *
 * @param path the option; the address of its section ends the message.
 * @param explanation sentences: what is wrong, why it matters, what to do. Never a secret.
 */
export function optionError(path: OptionPath, explanation: string): TypeError {
  const [name] = path.split('.')
  return new TypeError(`${explanation} See ${troubleshooting}#${name}`)
}
