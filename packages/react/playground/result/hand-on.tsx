// What can be handed on: the link to this state, the code for it, and Connect's address.

import type { ReactNode } from 'react'
import { CopyButton } from '../../docs/blocks/copy-button.tsx'
import { reactCode } from '../code/react-code.ts'
import { serverCode } from '../code/server-code.ts'
import { linkAddress } from '../state/link.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import { ConnectAddress, type ConnectAddressResult } from './connect-address.tsx'

/** Copies of this state for a colleague, an editor, and the address bar. */
export function HandOn({
  home,
  state,
  result,
}: {
  home: URL
  state: PlaygroundState
  result: ConnectAddressResult
}): ReactNode {
  const isBackend = state.way === 'backend'
  return (
    <>
      <div className="pg-row">
        <CopyButton name="Copy link" text={() => linkAddress(home, state)} />
        <CopyButton name="Copy React code" text={() => reactCode(state)} />
        {isBackend && <CopyButton name="Copy server code" text={() => serverCode(state)} />}
        {result.ok && <CopyButton name="Copy address" text={() => result.address.href} />}
      </div>
      <details>
        <summary>React code</summary>
        <Code text={reactCode(state)} />
      </details>
      {isBackend && (
        <details>
          <summary>Server code</summary>
          <Code text={serverCode(state)} />
        </details>
      )}
      {result.ok && (
        <details>
          <summary>Address of Connect</summary>
          <ConnectAddress address={result.address} />
          <p className="pg-note">
            At Smartcar it would be this one. Here the simulator opens, in the scenario{' '}
            <code>{state.scenario}</code>.
          </p>
        </details>
      )}
    </>
  )
}

function Code({ text }: { text: string }): ReactNode {
  return (
    <pre className="pg-code" dir="ltr">
      <code>{text}</code>
    </pre>
  )
}
