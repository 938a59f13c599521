// A choice that is kept in the address of the page, so that it can be shared.

import { useState } from 'react'

/**
 * The choice of `?name=…`, and a way to choose another.
 *
 * @param name of the parameter
 * @param read gives the choice for what the address says, which may be anything; `''` where it says nothing
 */
export function useAddressParameter<Choice extends string>(
  name: string,
  read: (text: string) => Choice,
): [choice: Choice, choose: (choice: Choice) => void] {
  const [choice, setChoice] = useState(() =>
    read(new URLSearchParams(location.search).get(name) ?? ''),
  )

  function choose(next: Choice) {
    setChoice(next)
    const url = new URL(location.href)
    // What is chosen anyway is not in the address.
    if (next === read('')) url.searchParams.delete(name)
    else url.searchParams.set(name, next)
    history.replaceState(history.state, '', url)
  }

  return [choice, choose]
}
