// What a developer reads after a mistake.

import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ConnectButton, ConnectStatus, SmartcarConnectProvider } from '../index.ts'

const page = 'https://smartcar-connect.github.io/troubleshooting'

function messageOf(element: ReactElement): string {
  try {
    renderToString(element)
  } catch (error) {
    if (error instanceof TypeError) return error.message
  }
  return 'nothing was thrown'
}

test('a button without options says what is missing, and where it may stand', () => {
  const message = messageOf(<ConnectButton />)
  expect(message).toContain('`exchange` is missing')
  expect(message).toContain('put a SmartcarConnectProvider above')
  expect(message.endsWith(` See ${page}#exchange`)).toBe(true)
})

test('a provider without options, and one beside the button, are as good as none', () => {
  const options = { clientId: 'app', redirectUri: '/redirect.html', exchange: '/api' }
  for (const element of [
    <SmartcarConnectProvider key="1">
      <ConnectButton />
    </SmartcarConnectProvider>,
    <>
      <SmartcarConnectProvider {...options} />
      <ConnectButton />
    </>,
  ]) {
    expect(messageOf(element)).toContain('#exchange')
  }
})

test('a status line without a session says what to give it', () => {
  // As from JavaScript, where no type forbids it.
  const Untyped: React.FC = ConnectStatus as unknown as React.FC
  const message = messageOf(<Untyped />)
  expect(message).toMatch(/neither `connect` nor `session`.* Give it one of them\./)
  expect(message.endsWith(` See ${page}#no_session`)).toBe(true)
})
