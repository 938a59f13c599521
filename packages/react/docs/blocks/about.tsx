// What the docstring of a component or a hook says.

import { props } from 'virtual:props'
import { Markdown } from '@storybook/addon-docs/blocks'

/** The docstring, as it is in the editor of whoever uses it. */
export function About({ of }: { of: string }) {
  return <Markdown>{props[of]?.description ?? ''}</Markdown>
}
