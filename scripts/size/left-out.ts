// What an app of React has anyway.

/** Not counted: every app with the React package has it already. */
export const leftOut: readonly string[] = [
  'react',
  'react/jsx-runtime',
  'react-dom',
  'react-dom/client',
]
