// What the benchmark measures, in the page: mounting many buttons, and one toggle in a full picker.

import { Checkbox } from '@base-ui/react/checkbox'
import { CheckboxGroup } from '@base-ui/react/checkbox-group'
import { type ReactNode, useState } from 'react'
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaGroup } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { ConnectButton, permissions, type Scope, ScopePicker } from '../src/index.ts'

const options = {
  clientId: 'app',
  redirectUri: `${location.origin}/redirect.html`,
  exchange: '/api/exchange',
}
const thousand = Array.from({ length: 1000 }, (_, index) => index)

function place(): HTMLElement {
  return document.body.appendChild(document.createElement('div'))
}

function mountMs(element: ReactNode): number {
  const container = place()
  const root = createRoot(container)
  const started = performance.now()
  flushSync(() => root.render(element))
  // Laid out, not only made.
  container.getBoundingClientRect()
  const took = performance.now() - started
  root.unmount()
  container.remove()
  return took
}

// From the click until what it changes is laid out, over every permission in turn.
function toggleMs(element: ReactNode, selector: string): number {
  const container = place()
  const root = createRoot(container)
  flushSync(() => root.render(element))
  const boxes = [...container.querySelectorAll<HTMLElement>(selector)]
  if (boxes.length !== permissions.length) {
    throw new Error(`${boxes.length} boxes, and not ${permissions.length}, match ${selector}.`)
  }
  const started = performance.now()
  for (const box of boxes) {
    flushSync(() => box.click())
    container.getBoundingClientRect()
  }
  const took = performance.now() - started
  root.unmount()
  container.remove()
  return took / boxes.length
}

function OurPicker() {
  const [scope, setScope] = useState<readonly Scope[]>([])
  return <ScopePicker value={scope} onValueChange={setScope} />
}

function AriaPicker() {
  const [scope, setScope] = useState<string[]>([])
  return (
    <AriaGroup aria-label="Permissions" value={scope} onChange={setScope}>
      {permissions.map(({ name, title, description }) => (
        <AriaCheckbox key={name} value={name}>
          {title} <small>{description}</small>
        </AriaCheckbox>
      ))}
      <p>{scope.join(', ')}</p>
    </AriaGroup>
  )
}

function BasePicker() {
  const [scope, setScope] = useState<string[]>([])
  return (
    <CheckboxGroup aria-label="Permissions" value={scope} onValueChange={setScope}>
      {permissions.map(({ name, title, description }) => (
        <div key={name}>
          <Checkbox.Root name={name} value={name} aria-label={title}>
            <Checkbox.Indicator>✓</Checkbox.Indicator>
          </Checkbox.Root>
          {title} <small>{description}</small>
        </div>
      ))}
      <p>{scope.join(', ')}</p>
    </CheckboxGroup>
  )
}

const cases: Readonly<Record<string, () => number>> = {
  '1,000 plain <button>, mount': () =>
    mountMs(
      thousand.map(key => (
        <button key={key} type="button">
          Connect your car
        </button>
      )),
    ),
  '1,000 <ConnectButton>, mount': () =>
    mountMs(thousand.map(key => <ConnectButton key={key} {...options} />)),
  'ScopePicker, toggle': () =>
    toggleMs(<OurPicker />, '[data-sc=scope-item] > label:first-child input'),
  'react-aria-components, toggle': () => toggleMs(<AriaPicker />, 'input[type=checkbox]'),
  'Base UI, toggle': () => toggleMs(<BasePicker />, '[role=checkbox]'),
}

const rounds = 21
const warmUp = 5

/** The median of each case in milliseconds. Rounds take turns, so that all share the machine's moods. */
function run(): Record<string, number> {
  const times = Object.keys(cases).map(name => ({ name, all: [] as number[] }))
  for (let round = 0; round < rounds; round++) {
    for (const { name, all } of times) all.push(cases[name]?.() ?? Number.NaN)
  }
  return Object.fromEntries(times.map(({ name, all }) => [name, median(all.slice(warmUp))]))
}

function median(all: readonly number[]): number {
  return all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN
}

Object.assign(globalThis, { run })
