// What cannot be copied is shown, and is never old.

import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { CopyButton } from './copy-button.tsx'

test('the text that is shown where the clipboard is closed follows what is set', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
    new DOMException('', 'NotAllowedError'),
  )
  const { rerender } = render(<CopyButton name="Copy link" text={() => 'first'} />)
  fireEvent.click(screen.getByRole('button', { name: 'Copy link' }))
  const shown = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Copy link' })
  expect(shown.value).toBe('first')
  rerender(<CopyButton name="Copy link" text={() => 'second'} />)
  expect(shown.value).toBe('second')
})
