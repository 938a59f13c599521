// One topic of a long group: its box with three states, and its permissions behind a title.

import { type ReactElement, useId } from 'react'
import type { ScopeTopic } from './scope-group.ts'
import { type ScopeParts, ScopeRows } from './scope-rows.tsx'

/** The box of the topic beside a `<details>`, in whose summary a box could not be reached. */
export function ScopeTopicDetails({
  topic,
  ...parts
}: ScopeParts & { readonly topic: ScopeTopic }): ReactElement {
  const title = useId()
  return (
    <div data-sc="scope-topic">
      <label>
        <input {...parts.picker.groupProps(topic)} aria-labelledby={title} />
      </label>
      <details {...parts.picker.topicProps(topic)}>
        <summary>
          <span id={title}>{topic.title}</span> <small>{topic.chosen}</small>
        </summary>
        <ScopeRows items={topic.items} labelledBy={title} {...parts} />
      </details>
    </div>
  )
}
