// The stories of a page as links: each is shown alone, where it can play without taking the focus.

import { DocsContext } from '@storybook/addon-docs/blocks'
import { useContext } from 'react'

/** A link to each story of the page's component. */
export function StoryLinks() {
  const stories = useContext(DocsContext).componentStories()
  return (
    <ul>
      {stories.map(({ id, name, playFunction, parameters }) => (
        <li key={id}>
          <a href={`./?path=/story/${id}`} target="_top">
            {name}
          </a>
          {playFunction ? ' (plays by itself)' : ''}
          {parameters?.docs?.description?.story ? `: ${parameters.docs.description.story}` : ''}
        </li>
      ))}
    </ul>
  )
}
