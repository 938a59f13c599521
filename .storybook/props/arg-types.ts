// The controls and the props table of a component's stories, from its own types.

import type { InputType } from 'storybook/internal/csf'
import type { Prop, Taker } from '../../apps/reference/src/read-props.ts'

/**
 * A control for what a person can set to a value that works: yes or no, one of several texts, a text, a
 * number. What is an object or a function has none, unless the story offers some by name.
 */
function controlOf({ name, type, values }: Prop): 'boolean' | 'select' | 'text' | 'number' | false {
  // Both are of React: a value that is given without its callback cannot be changed any more.
  if (name === 'value' || name === 'defaultValue') return false
  if (values.length > 0) return values.includes(true) ? 'boolean' : 'select'
  if (/^(string|ReactNode\b.*)$/.test(type)) return 'text'
  return type === 'number' ? 'number' : false
}

function argType(prop: Prop): InputType {
  const { name, isOptional, type, values, description, defaultValue } = prop
  const isOption = prop.package === 'client'
  const options = values.filter(value => typeof value === 'string')
  // Stories have a connection of their own, so its options would do nothing.
  const control = isOption ? false : controlOf(prop)
  return {
    name,
    description,
    control: control === false ? { disable: true } : { type: control },
    ...(options.length > 0 && { options }),
    type: { name: 'other', value: type, required: !isOptional },
    table: {
      type: { summary: type },
      ...(defaultValue !== undefined && { defaultValue: { summary: defaultValue } }),
      ...(isOption && { category: 'Options of a connection' }),
    },
  }
}

/** The rows of a component; its own props come first. */
export function argTypesOf({ takes }: Taker): Readonly<Record<string, InputType>> {
  const rows = [
    ...takes.filter(prop => prop.package !== 'client'),
    ...takes.filter(prop => prop.package === 'client'),
  ]
  return Object.fromEntries(rows.map(prop => [prop.name, argType(prop)]))
}
