// A button that copies a text, and shows it where the clipboard is closed.

import { type ReactNode, useState } from 'react'

/** Copies `text`. It is made at the click, so that it is the newest. */
export function CopyButton({ name, text }: { name: string; text: () => string }): ReactNode {
  const [state, setState] = useState<'idle' | 'copied' | { text: string }>('idle')

  async function copy() {
    const copied = text()
    try {
      await navigator.clipboard.writeText(copied)
      setState('copied')
    } catch {
      // The page may be in a frame that has no clipboard.
      setState({ text: copied })
    }
  }

  return (
    <div className="pg-copy">
      <button
        type="button"
        onClick={copy}
        onBlur={() => setState(now => (now === 'copied' ? 'idle' : now))}
      >
        {name}
      </button>
      <span role="status">
        {state === 'copied' && 'Copied.'}
        {typeof state === 'object' && 'The browser keeps the clipboard closed. Copy it from here:'}
      </span>
      {typeof state === 'object' && (
        <textarea
          aria-label={name}
          readOnly
          value={state.text}
          onFocus={event => event.target.select()}
        />
      )}
    </div>
  )
}
