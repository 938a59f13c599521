// The props of a component, or what a hook takes and returns, from the types.

import { props } from 'virtual:props'
import { Markdown } from '@storybook/addon-docs/blocks'
import type { Prop } from '../../../../apps/reference/src/read-props.ts'
import './blocks.css'

type PropsTableProps = {
  /** The name of the component or the hook. */
  of: string
  /** Whether to show what it takes or what it returns. @default 'takes' */
  side?: 'takes' | 'gives'
}

/** A table of what a component or a hook takes; options of a connection are folded below it. */
export function PropsTable({ of, side = 'takes' }: PropsTableProps) {
  const rows = props[of]?.[side]
  if (rows === undefined || rows.length === 0) {
    throw new TypeError(`\`${of}\` is no export of the package that ${side} anything.`)
  }
  const own = rows.filter(row => side === 'gives' || row.package === 'react')
  const options = rows.filter(row => !own.includes(row))
  return (
    <>
      {own.length > 0 && <Table rows={own} />}
      {options.length > 0 && (
        <details open={own.length === 0}>
          <summary>
            The options of a connection ({options.length}), which a provider above may give
          </summary>
          <Table rows={options} />
        </details>
      )}
    </>
  )
}

function Table({ rows }: { rows: readonly Prop[] }) {
  const hasDefaults = rows.some(row => row.defaultValue !== undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <table className="props" tabIndex={0}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          {hasDefaults && <th scope="col">Default</th>}
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, isOptional, type, defaultValue = '', description }) => (
          <tr key={name}>
            <td>
              <code className="unbroken">
                {name}
                {isOptional ? '?' : ''}
              </code>
            </td>
            <td>
              <code>{type}</code>
            </td>
            {hasDefaults && (
              <td>
                <Markdown>{defaultValue}</Markdown>
              </td>
            )}
            <td>
              <Markdown>{description}</Markdown>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
