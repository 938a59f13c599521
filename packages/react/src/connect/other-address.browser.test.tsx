// A page at another address than the options name: it renders, and the click tells what is wrong.

import { fireEvent, render, screen } from '@testing-library/react'
import type { ConnectError } from 'smartcar-connect'
import { expect, vi } from 'vitest'
import { options } from '../../test/connect-options.ts'
import { test } from '../../test/in-page.ts'
import { ConnectButton, ConnectStatus, useSmartcarConnect } from '../index.ts'

function Garage({
  redirectUri,
  onError,
}: {
  redirectUri: string
  onError?: (error: ConnectError) => void
}) {
  const connect = useSmartcarConnect({ ...options, redirectUri, onError })
  return (
    <>
      <h1>My garage</h1>
      <button {...connect.buttonProps}>Connect</button>
      <ConnectStatus session={connect} />
    </>
  )
}

test.each([
  'http://127.0.0.1:1/redirect.html',
  'https://www.app.example/redirect.html',
  'https://app.example/redirect.html',
])(
  'renders the page although the redirect page is elsewhere: %s',
  {
    tags: ['F67'],
  },
  redirectUri => {
    const onError = vi.fn<(error: ConnectError) => void>()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    render(<Garage redirectUri={redirectUri} onError={onError} />)
    expect(screen.getByRole('heading', { name: 'My garage' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }))
    expect(onError.mock.calls[0]?.[0].code).toBe('popup_unsupported')
    expect(screen.getByRole('status').textContent).toMatch(/can’t be connected/)
  },
)

test('a path stands for a page of whatever host the visitor came to', {
  tags: ['F67'],
}, ({ open }) => {
  render(<ConnectButton {...options} redirectUri="/garage/redirect.html" />)
  fireEvent.click(screen.getByRole('button'))
  const { searchParams } = new URL(String(open.mock.calls[0]?.[0]))
  expect(searchParams.get('redirect_uri')).toBe(`${location.origin}/garage/redirect.html`)
})
