// What this is, in one line, and where to read on.

import type { ReactNode } from 'react'

const links = [
  ['Documentation', 'https://smartcar-connect.github.io/'],
  ['Storybook', 'https://smartcar-connect.github.io/storybook/'],
  ['Source', 'https://github.com/smartcar-connect/smartcar-connect'],
] as const

/** The head of the page. Its children stand at its end. */
export function SiteHeader({ children }: { children: ReactNode }): ReactNode {
  return (
    <header className="site">
      <div className="site-row" lang="en" dir="ltr">
        <p className="site-name">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="9" />
            <path d="M7 21a9 9 0 0 1 18 0M16 21l4.5-6" />
          </svg>
          Smartcar Connect for React
        </p>
        <nav aria-label="The project">
          {links.map(([name, href]) => (
            <a key={name} href={href}>
              {name}
            </a>
          ))}
        </nav>
      </div>
      {children}
      <p className="site-line" lang="en" dir="ltr">
        A button, a hook and a backend. A person grants access to a car in a popup, and your server
        ends up with what it needs, or your page with the reason why not.
      </p>
    </header>
  )
}
