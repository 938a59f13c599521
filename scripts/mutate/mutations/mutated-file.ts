// What a list of mutations holds.

/** One change to a file: `find` stands in it exactly once, and `replace` takes its place. */
export type Mutation = readonly [find: string, replace: string]

/** The mutations of one file, and the tests that must notice; the cheap ones first. */
export type MutatedFile = {
  /** The file, below `packages/client/src`. */
  file: string
  /** The test files, below the same folder. */
  tests: readonly string[]
  /** Each takes out one check, or makes it weaker. */
  mutations: readonly Mutation[]
}
