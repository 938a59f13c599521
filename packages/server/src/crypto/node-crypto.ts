// Node's own crypto module, where there is one.

/**
 * Hashes at once, where WebCrypto hands each hash to another thread: that takes ten times as long as the
 * hash of a short text. `undefined` on runtimes without it, such as those at the edge.
 *
 * @see https://nodejs.org/api/process.html#processgetbuiltinmoduleid
 */
export const nodeCrypto: typeof import('node:crypto') | undefined =
  globalThis.process?.getBuiltinModule?.('node:crypto')
