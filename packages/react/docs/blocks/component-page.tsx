// The page of a component for which nobody has written one: its docstring, one story, its props.

import { Primary, Title, useOf } from '@storybook/addon-docs/blocks'
import { About } from './about.tsx'
import { PropsTable } from './props-table.tsx'
import { StoryLinks } from './story-links.tsx'

/** One live story and links to the others, which have the room that they need where they are alone. */
export function ComponentPage() {
  const { preparedMeta } = useOf('meta', ['meta'])
  const name = preparedMeta.title.split('/').at(-1) ?? ''
  return (
    <>
      <Title />
      <About of={name} />
      <Primary />
      <h2>Props</h2>
      <PropsTable of={name} />
      <h2>Stories</h2>
      <StoryLinks />
    </>
  )
}
