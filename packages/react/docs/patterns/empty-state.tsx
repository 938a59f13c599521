// A list that is empty: what will be here, and the one way to get there.

import { type Connect, ConnectButton, ConnectStatus } from 'smartcar-connect-react'

export function EmptyState({ connect }: { connect: Connect }) {
  return (
    <section className="pattern-empty">
      <h3>No trips yet</h3>
      <p>Connect your car and your trips appear here by themselves.</p>
      <ConnectButton connect={connect} />
      <ConnectStatus connect={connect} />
    </section>
  )
}
