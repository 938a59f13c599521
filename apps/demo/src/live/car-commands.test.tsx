// What the buttons of a car are called.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CarCommands } from './car-commands.tsx'

function nameOf(car: { make?: string }): string | undefined {
  const html = renderToStaticMarkup(
    <CarCommands
      car={car}
      commands={['security/lock']}
      onCommand={() => Promise.resolve({ outcome: 'done' })}
    />,
  )
  return html.match(/aria-label="([^"]*)"/)?.[1]
}

test('a command names its car, and ends with no colon where the car has no name', () => {
  expect(nameOf({ make: 'KIA' })).toBe('Lock: Kia')
  expect(nameOf({})).toBe('Lock')
})
