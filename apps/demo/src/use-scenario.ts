// Which scenario the simulator is asked for. It is kept in the address, so that it can be shared.

import { useState } from 'react'

// The characters that a flag of Connect may have; a name with others is ignored.
const isName = /^[\w-]{1,64}$/

/**
 * The scenario of `?scenario=NAME`, and a way to choose another. `''` leaves the choice to the
 * simulator, which may have been started with one.
 */
export function useScenario(): [scenario: string, choose: (scenario: string) => void] {
  const [scenario, setScenario] = useState(() => {
    const name = new URLSearchParams(location.search).get('scenario') ?? ''
    return isName.test(name) ? name : ''
  })

  function choose(name: string) {
    setScenario(name)
    const url = new URL(location.href)
    if (name) url.searchParams.set('scenario', name)
    else url.searchParams.delete('scenario')
    history.replaceState(history.state, '', url)
  }

  return [scenario, choose]
}
