// How long the connection of a hook lives: as long as its component, whatever React does meanwhile.

import { fireEvent, render, renderHook, screen } from '@testing-library/react'
import * as React from 'react'
import { StrictMode, Suspense, useState } from 'react'
import { expect, vi } from 'vitest'
import { options } from '../../test/connect-options.ts'
import { test } from '../../test/in-page.ts'
import { useSmartcarConnect } from '../index.ts'

function Button(props: { onCancel?: (reason: string) => void }) {
  const connect = useSmartcarConnect({ ...options, ...props })
  return <button {...connect.buttonProps}>{connect.status}</button>
}

function Slow({ isWaiting }: { isWaiting: boolean }) {
  if (isWaiting) throw never
  return null
}
const never = new Promise<void>(() => {})

// The hook waits a microtask to see whether the component is mounted again.
async function unmounting(unmount: () => void) {
  unmount()
  await Promise.resolve()
}

test('in StrictMode, one click opens one popup and unmounting leaves no listener', {
  tags: ['F47'],
}, async ({ open }) => {
  const add = vi.spyOn(window, 'addEventListener')
  const remove = vi.spyOn(window, 'removeEventListener')
  function calls(spy: typeof add | typeof remove) {
    return spy.mock.calls.filter(([type]) => type === 'message')
  }
  function isLive([, , how]: unknown[]) {
    return !(how as { signal?: AbortSignal })?.signal?.aborted
  }
  function listeners() {
    return calls(add).filter(isLive).length - calls(remove).length
  }
  const { unmount } = render(
    <StrictMode>
      <Button />
    </StrictMode>,
  )
  expect(listeners()).toBe(0)
  // StrictMode has unmounted the component and mounted it again, and the hook has looked.
  await Promise.resolve()
  fireEvent.click(screen.getByRole('button'))
  expect(open).toHaveBeenCalledTimes(1)
  expect(listeners()).toBe(1)
  await unmounting(unmount)
  expect(listeners()).toBe(0)
})

test('cancels its own session on unmount without telling a component that is gone', {
  tags: ['F09'],
}, async ({ open, popup }) => {
  const onCancel = vi.fn()
  const { unmount } = render(<Button onCancel={onCancel} />)
  fireEvent.click(screen.getByRole('button'))
  expect(open).toHaveBeenCalledTimes(1)
  await unmounting(unmount)
  expect(popup.close).toHaveBeenCalled()
  expect(onCancel).not.toHaveBeenCalled()
})

test('a Connect made outside of React survives its components', async ({ connect }) => {
  connect.set({ status: 'waiting', popup: 'open' })
  const { unmount } = renderHook(() => useSmartcarConnect(connect))
  await unmounting(unmount)
  expect(connect.calls).toEqual([])
  expect(connect.getSession().status).toBe('waiting')
})

test('keeps its session while a sibling suspends', { tags: ['F48'] }, ({ open }) => {
  function Page() {
    const [isWaiting, setWaiting] = useState(false)
    return (
      <Suspense fallback={<p>Loading</p>}>
        <Button />
        <Slow isWaiting={isWaiting} />
        <button type="button" onClick={() => setWaiting(true)}>
          Suspend
        </button>
      </Suspense>
    )
  }
  render(<Page />)
  fireEvent.click(screen.getByText('idle'))
  fireEvent.click(screen.getByText('Suspend'))
  expect(screen.getByText('Loading')).toBeTruthy()
  expect(screen.getByText('waiting').isConnected).toBe(true)
  expect(open).toHaveBeenCalledTimes(1)
})

test('cancels its session when its component is removed while a sibling suspends', {
  tags: ['F48'],
}, async ({ open, popup }) => {
  function Page({ isWaiting }: { isWaiting: boolean }) {
    return (
      <Suspense fallback={<p>Loading</p>}>
        <Button />
        <Slow isWaiting={isWaiting} />
      </Suspense>
    )
  }
  const { rerender } = render(<Page isWaiting={false} />)
  fireEvent.click(screen.getByRole('button'))
  expect(open).toHaveBeenCalledTimes(1)
  rerender(<Page isWaiting={true} />)
  expect(popup.close).not.toHaveBeenCalled()
  await unmounting(() => rerender(<p>Elsewhere</p>))
  expect(popup.close).toHaveBeenCalled()
})

const { Activity } = React
test.runIf(Activity)(
  'keeps its session while it is hidden, and shows it afterwards',
  { tags: ['F48'] },
  async ({ open, popup }) => {
    function Page({ mode }: { mode: 'visible' | 'hidden' }) {
      return (
        <Activity mode={mode}>
          <Button />
        </Activity>
      )
    }
    const { rerender } = render(<Page mode="visible" />)
    fireEvent.click(screen.getByRole('button'))
    expect(open).toHaveBeenCalledTimes(1)
    await unmounting(() => rerender(<Page mode="hidden" />))
    expect(screen.queryByRole('button')).toBeNull()
    rerender(<Page mode="visible" />)
    expect(screen.getByRole('button').dataset.status).toBe('waiting')
    expect(popup.close).not.toHaveBeenCalled()
  },
)
