// What only pages of documentation need, loaded with the first of them: stories do without.

import type { DocsContainerProps } from '@storybook/addon-docs/blocks'
import { lazy, type PropsWithChildren, Suspense } from 'react'

const Container = lazy(() =>
  import('./docs-container.tsx').then(({ ThemedDocs }) => ({ default: ThemedDocs })),
)
const Page = lazy(() =>
  import('../packages/react/docs/blocks/component-page.tsx').then(({ ComponentPage }) => ({
    default: ComponentPage,
  })),
)

/** The page around documentation. */
export function LazyContainer(props: PropsWithChildren<DocsContainerProps>) {
  return (
    <Suspense>
      <Container {...props} />
    </Suspense>
  )
}

/** The page of a component that has none written by hand. */
export function LazyPage() {
  return (
    <Suspense>
      <Page />
    </Suspense>
  )
}
