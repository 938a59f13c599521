// Every code of a ConnectError: what happened, what people read, and what both can do.

import { failures } from 'virtual:failures'
import { Markdown } from '@storybook/addon-docs/blocks'
import type { ConnectErrorCode } from 'smartcar-connect'
import { enConnect } from '../../src/locales/en.ts'

/** From the comments of the code, the English words, and the tables of failures. */
export function ErrorTable() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <table className="props" tabIndex={0}>
      <thead>
        <tr>
          <th scope="col">Code, and where</th>
          <th scope="col">What happened</th>
          <th scope="col">What the person reads</th>
          <th scope="col">What the person can do</th>
          <th scope="col">What you do</th>
        </tr>
      </thead>
      <tbody>
        {failures.map(({ code, step, cause, person, developer }) => (
          <tr key={code} id={code}>
            <th scope="row">
              <code className="unbroken">{code}</code>
              <br />
              <small>{step}</small>
            </th>
            <td>
              <Markdown>{cause}</Markdown>
            </td>
            <td>{enConnect.failed[code as ConnectErrorCode]}</td>
            <td>{person}</td>
            <td>
              <Markdown>{developer}</Markdown>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
