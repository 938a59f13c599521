// A button that checks this page with `diagnoseConnect`, and what it finds.

import { type ReactNode, useState } from 'react'
import type { Finding } from 'smartcar-connect/diagnose'
import type { ConnectDefaults } from 'smartcar-connect-react'

/** A button that looks for what would break popups on this page, and the findings with their advice. */
export function PageCheck({ options }: { options: ConnectDefaults }): ReactNode {
  const [findings, setFindings] = useState<readonly Finding[]>()
  const [isChecking, setChecking] = useState(false)

  async function check() {
    setChecking(true)
    // Loaded by the click, as an app should do it: most visitors never need it.
    try {
      const { diagnoseConnect } = await import('smartcar-connect/diagnose')
      setFindings(await diagnoseConnect(options))
    } finally {
      setChecking(false)
    }
  }

  return (
    <section className="check" aria-labelledby="check-heading">
      <header>
        <h3 id="check-heading">Set-up</h3>
        <button type="button" className="quiet" aria-busy={isChecking} onClick={check}>
          <span className="ring" />
          Check this page
        </button>
      </header>
      <div aria-live="polite">
        {findings?.length === 0 && <p>Nothing here would get in a popup’s way.</p>}
        {findings !== undefined && findings.length > 0 && (
          <ul>
            {findings.map(({ code, severity, message, advice }) => (
              <li key={message} data-severity={severity}>
                <code>{code}</code>
                <p>{message}</p>
                <p>{advice}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
