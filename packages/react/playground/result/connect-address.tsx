// The address that the popup would open at Smartcar, parameter by parameter.

import type { ReactNode } from 'react'
import { buildConnectUrl, type ConnectParams } from '../../src/index.ts'

/** An address, or what is wrong with the parameters. */
export type ConnectAddressResult =
  | { readonly ok: true; readonly address: URL }
  | { readonly ok: false; readonly message: string; readonly option: string | undefined }

/** The address for these parameters, or the message that says what is wrong with them. */
export function connectAddress(params: ConnectParams): ConnectAddressResult {
  try {
    return { ok: true, address: buildConnectUrl(params, 'made-at-the-click') }
  } catch (error) {
    const { message, option } = Object(error)
    return { ok: false, message: String(message), option }
  }
}

/** Shows an address with a line for each parameter. */
export function ConnectAddress({ address }: { address: URL }): ReactNode {
  return (
    <p className="pg-address" dir="ltr">
      <span>
        {address.origin}
        {address.pathname}
      </span>
      {[...address.searchParams].map(([name, value], index) => (
        <span key={name}>
          {index === 0 ? '?' : '&'}
          <b>{name}</b>={encodeURIComponent(value).replaceAll('%20', '+')}
        </span>
      ))}
    </p>
  )
}
