// “All the code, for version 3”: what an app writes in its page and on its server.

import { type ReactNode, useState } from 'react'
import pageCode from '../../example/add-car.tsx?raw'
import serverCode from '../../example/smartcar.ts?raw'

const files = [
  { name: 'add-car.tsx', about: 'In the page', code: pageCode },
  { name: 'smartcar.ts', about: 'On the server', code: serverCode },
] as const

/** The two files, each with a button that copies it. */
export function WholeCode(): ReactNode {
  return (
    <section className="code" aria-labelledby="code" lang="en" dir="ltr">
      <h2 id="code">All the code, for version 3</h2>
      <p className="lead">
        Redirect page, state, popup, messages and the exchange are inside. No token reaches the
        browser.
      </p>
      <div className="code-files">
        {files.map(file => (
          <CodeFile key={file.name} {...file} />
        ))}
      </div>
    </section>
  )
}

function CodeFile({ name, about, code }: (typeof files)[number]): ReactNode {
  const [copied, setCopied] = useState('')

  function copy() {
    navigator.clipboard.writeText(code).then(
      () => setCopied('Copied'),
      () => setCopied('Your browser does not allow it. Select the text instead.'),
    )
  }

  return (
    <figure className="card">
      <figcaption>
        <strong>{about}</strong> <code>{name}</code>
        <button type="button" className="quiet" aria-label={`Copy ${name}`} onClick={copy}>
          Copy
        </button>
        <span role="status">{copied}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  )
}
