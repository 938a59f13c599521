// Tests of read-props, on the package that it is for.

import { expect, test } from 'vitest'
import { readProps } from './read-props.ts'

const props = readProps()

function takes(name: string) {
  return Object.fromEntries((props[name]?.takes ?? []).map(prop => [prop.name, prop]))
}

test('a component has its own props, with types and defaults as declared, and no native ones', () => {
  expect(takes('ScopePicker')).toMatchObject({
    value: { isOptional: true, type: 'readonly Scope[]', values: [], package: 'react' },
    onValueChange: { type: '(value: readonly Scope[]) => void' },
    disabled: { type: 'boolean', values: [true, false], defaultValue: 'false' },
    labels: { type: "Pick<Labels, 'language' | 'scope'>" },
  })
  expect(Object.keys(takes('ScopePicker'))).not.toContain('className')
  expect(Object.keys(takes('ConnectStatus'))).toEqual(
    expect.arrayContaining(['connect', 'session', 'labels']),
  )
})

test('options of a connection are told from the props of the button', () => {
  expect(takes('ConnectButton')).toMatchObject({
    children: { package: 'react', type: expect.stringContaining('ReactNode | ((session:') },
    connect: { package: 'react', type: 'Connect<T>', description: expect.stringMatching(/^A /) },
    presentation: { package: 'client', type: "'auto' | 'popup' | 'redirect'" },
    clientId: { package: 'client', isOptional: true, type: 'string' },
    externalId: { type: 'string | null' },
  })
  expect(Object.keys(takes('ConnectButton'))).not.toContain('subscribe')
})

test('a hook has what it returns, and says what is there in some states only', () => {
  const returned = Object.fromEntries(
    (props.useSmartcarConnect?.gives ?? []).map(({ name, isOptional }) => [name, isOptional]),
  )
  expect(returned).toMatchObject({ status: false, open: false, buttonProps: false, error: true })
  expect(props.useScopePicker?.gives.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['value', 'groups', 'itemProps', 'reset']),
  )
})

test('nothing that can be seen is without a description', () => {
  expect(Object.keys(props).length).toBeGreaterThan(8)
  for (const [name, { description, takes }] of Object.entries(props)) {
    expect(description, name).not.toBe('')
    for (const prop of takes) expect(prop.description, `${name}: ${prop.name}`).not.toBe('')
  }
})
