// The page of the benchmark: mounts many buttons, and toggles permissions in a full picker.

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

// Where a case is rendered.
function place(): HTMLElement {
  return document.body.appendChild(document.createElement('div'))
}

function mountMs(element: ReactNode): number {
  const container = place()
  const root = createRoot(container)
  const started = performance.now()
  flushSync(() => root.render(element))
  // The layout counts, too.
  container.getBoundingClientRect()
  const took = performance.now() - started
  root.unmount()
  container.remove()
  return took
}

// The mean time from a click until its change is laid out, for a click on every permission.
function toggleMs(element: ReactNode, selector: string): number {
  const container = place()
  const root = createRoot(container)
  flushSync(() => root.render(element))
  // What a closed topic hides would be laid out for nothing.
  for (const details of container.querySelectorAll('details')) details.open = true
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

// The least that a component for a button can be.
function FunctionComponent({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" onClick={onClick}>
      Connect your car
    </button>
  )
}

function press() {}

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

type Contestants = Readonly<Record<string, () => number>>

// The first of each group is what the others are compared with.
const groups: Readonly<Record<string, Contestants>> = {
  'Mount 1,000 buttons': {
    'a component with <button>': () =>
      mountMs(thousand.map(key => <FunctionComponent key={key} onClick={press} />)),
    'plain <button>': () =>
      mountMs(
        thousand.map(key => (
          <button key={key} type="button">
            Connect your car
          </button>
        )),
      ),
    '<ConnectButton>': () => mountMs(thousand.map(key => <ConnectButton key={key} {...options} />)),
  },
  'Toggle one permission': {
    '<ScopePicker>': () =>
      toggleMs(<OurPicker />, '[data-sc=scope-item] > label:first-child input'),
    'react-aria-components': () => toggleMs(<AriaPicker />, 'input[type=checkbox]'),
    'Base UI': () => toggleMs(<BasePicker />, '[role=checkbox]'),
  },
}

/** What was measured in one group: milliseconds, and times as long as the first case. */
export type Group = {
  readonly name: string
  readonly cases: readonly { readonly name: string; readonly ms: number; readonly ratio: number }[]
}

const rounds = 21
const warmUpRounds = 5

/**
 * The median of each case. The cases of a group take turns, so that a busy moment of the machine
 * affects all of them alike.
 */
async function run(): Promise<readonly Group[]> {
  const results: Group[] = []
  for (const [name, contestants] of Object.entries(groups)) {
    const measured = Object.entries(contestants).map(([name, measureMs]) => {
      return { name, measureMs, times: [] as number[] }
    })
    for (let round = 0; round < rounds; round++) {
      for (const { measureMs, times } of measured) {
        times.push(measureMs())
        // What was unmounted is let go of in a microtask. It would burden the next case.
        await new Promise(resolve => setTimeout(resolve))
      }
    }
    const medians = measured.map(({ times }) => median(times.slice(warmUpRounds)))
    const [first = Number.NaN] = medians
    results.push({
      name,
      cases: medians.map((ms, index) => {
        return { name: measured[index]?.name ?? '', ms, ratio: ms / first }
      }),
    })
  }
  return results
}

function median(all: readonly number[]): number {
  return all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN
}

Object.assign(globalThis, { run })
