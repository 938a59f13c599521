// Whether this process serves real people.

/** Says whether `NODE_ENV` is `production`; `false` on runtimes that have no `process`. */
export function isProduction(): boolean {
  return typeof process !== 'undefined' && process.env.NODE_ENV === 'production'
}
