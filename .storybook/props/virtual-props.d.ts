// The types of the modules that props-module.ts makes.

declare module 'virtual:props' {
  /** Every component and hook of the package, by name. */
  export const props: Readonly<
    Record<string, import('../../apps/reference/src/read-props.ts').Taker>
  >
}

declare module 'virtual:failures' {
  /** Every code of a `ConnectError`, in the order of the way. */
  export const failures: readonly import('./failure-text.ts').FailureText[]
}
