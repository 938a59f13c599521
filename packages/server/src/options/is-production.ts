// Whether this process serves real people.

/** Says whether `NODE_ENV` is `production`; `false` on runtimes without a process. */
export const isProduction = (): boolean =>
  typeof process !== 'undefined' && process.env.NODE_ENV === 'production'
