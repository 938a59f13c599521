// The address that the popup would open at Smartcar, parameter by parameter.

import type { ReactNode } from 'react'
import { buildConnectUrl, type ConnectParams } from '../src/index.ts'

/** The address for these parameters, or the message that says what is wrong with them. */
export function connectAddress(params: ConnectParams): URL | string {
  try {
    return buildConnectUrl(params, 'made-at-the-click')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Shows an address with a line for each parameter. */
export function ConnectAddress({ address }: { address: URL | string }): ReactNode {
  if (typeof address === 'string') return <p role="alert">{address}</p>
  return (
    <p className="pg-address">
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
