// What the page knows of the list of cars, for either way.

/** The list of cars as far as the page knows it. `problem` is a sentence for the person. */
export type GarageState =
  | { status: 'loading' }
  | { status: 'failed'; problem: string; onRetry: () => void }
  | { status: 'ready'; count: number }
