// Which topics are open: those that the person opened, and while they search, those that match.

import { type SyntheticEvent, useCallback, useState } from 'react'
import type { ScopeGroup, ScopeTopic } from './scope-group.ts'

/** Props of the `<details>` of a topic. */
export type TopicProps = {
  /** Whether the topic is open. */
  open: boolean
  /** Notes what the person, or the browser's own search, opened or closed. */
  onToggle: (event: SyntheticEvent<HTMLDetailsElement>) => void
}

type Ids = ReadonlySet<string>

const none: Ids = /* @__PURE__ */ new Set()

/**
 * The props of each topic's `<details>`. At first those are open in which something is chosen. A
 * search opens all that match, and closing one then lasts until the query changes. Nothing else,
 * such as a preset, opens or closes a topic, so that nothing moves away from under a finger.
 *
 * @param groups all groups, at the first render
 * @returns the same function until a topic opens or closes, or the query changes
 */
export function useOpenTopics(
  groups: readonly ScopeGroup[],
  query: string,
): (topic: ScopeTopic) => TopicProps {
  const [opened, setOpened] = useState<Ids>(() => withChoice(groups))
  const [search, setSearch] = useState({ query, closed: none })
  const closed = search.query === query ? search.closed : none

  return useCallback(
    topic => {
      const id = idOf(topic)
      const open = query ? !closed.has(id) : opened.has(id)
      return {
        open,
        onToggle({ currentTarget }) {
          // React's own change of `open` is told as well.
          if (currentTarget.open === open) return
          if (query) setSearch({ query, closed: toggled(closed, id) })
          else setOpened(ids => toggled(ids, id))
        },
      }
    },
    [query, closed, opened],
  )
}

function idOf({ access, name }: ScopeTopic): string {
  return `${access}_${name}`
}

function withChoice(groups: readonly ScopeGroup[]): Ids {
  const topics = groups.flatMap(group => group.topics)
  return new Set(topics.filter(topic => topic.checked !== false).map(idOf))
}

function toggled(ids: Ids, id: string): Ids {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
