// The type of the module that props-module.ts makes.

declare module 'virtual:props' {
  /** Every component and hook of the package, by name. */
  export const props: Readonly<
    Record<string, import('../../apps/reference/src/read-props.ts').Taker>
  >
}
