// A button that copies a text, and shows it where the clipboard is closed.

import './blocks.css'
import { type ReactNode, useState } from 'react'

/** Copies `text`, which is made when it is needed, so that it is the newest. */
export function CopyButton({ name, text }: { name: string; text: () => string }): ReactNode {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')

  async function copy() {
    try {
      await navigator.clipboard.writeText(text())
      setState('copied')
    } catch {
      // The page may be in a frame that has no clipboard.
      setState('refused')
    }
  }

  return (
    <div className="copy-button">
      <button
        type="button"
        className="docs-action"
        onClick={copy}
        onBlur={() => setState(now => (now === 'copied' ? 'idle' : now))}
      >
        {name}
      </button>
      <span role="status">
        {state === 'copied' && 'Copied.'}
        {state === 'refused' && 'The browser keeps the clipboard closed. Copy it from here:'}
      </span>
      {state === 'refused' && (
        <textarea
          aria-label={name}
          readOnly
          value={text()}
          onFocus={event => event.target.select()}
        />
      )}
    </div>
  )
}
