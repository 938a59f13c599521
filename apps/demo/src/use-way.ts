// The two ways to connect, and which of them the page shows. It is kept in the address, so that it can be shared.

import { useState } from 'react'

/** `live` is version 3 with one backend; `code` is version 2: a code for an endpoint of the app's own. */
export type Way = 'live' | 'code'

/** The way of `?way=code`, else version 3, and a way to choose the other. */
export function useWay(): [way: Way, choose: (way: Way) => void] {
  const [way, setWay] = useState(() => wayOf(location.search))

  function choose(next: Way) {
    setWay(next)
    const url = new URL(location.href)
    if (next === 'code') url.searchParams.set('way', next)
    else url.searchParams.delete('way')
    history.replaceState(history.state, '', url)
  }

  return [way, choose]
}

function wayOf(search: string): Way {
  return new URLSearchParams(search).get('way') === 'code' ? 'code' : 'live'
}
