// The garage before the first car.

import type { ReactNode } from 'react'

/** Shows what a car will look like here, and says how to get one. */
export function EmptyGarage(): ReactNode {
  return (
    <div className="card empty">
      <svg className="gauge" viewBox="0 0 120 72" aria-hidden="true">
        <path className="gauge-scale" d="M14 64a46 46 0 0 1 92 0" pathLength="100" />
        <path className="gauge-value" d="M14 64a46 46 0 0 1 92 0" pathLength="100" />
        <path className="gauge-needle" d="m60 64 26-27" />
      </svg>
      <h2>There’s room for your first car</h2>
      <p>
        Choose its brand, sign in to its account and say what to share. It takes about a minute, and
        you can disconnect it here at any time.
      </p>
    </div>
  )
}
