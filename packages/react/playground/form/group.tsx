// A part of the form that can be folded; folded, it says what is set in it.

import type { ReactNode } from 'react'

/** A group of fields. */
export function Group({
  title,
  summary,
  children,
}: {
  title: string
  /** What is set in it, in a few words. */
  summary: string
  children: ReactNode
}): ReactNode {
  return (
    <details className="pg-group">
      <summary>
        <b>{title}</b> <span className="pg-summary">{summary}</span>
      </summary>
      <div className="pg-fields">{children}</div>
    </details>
  )
}
