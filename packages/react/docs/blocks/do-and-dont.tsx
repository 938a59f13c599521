// Live pictures of what to do and what not to do, side by side.

import type { ReactNode } from 'react'
import './blocks.css'

/** Holds `Do` and `Dont`. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="pair">{children}</div>
}

type PictureProps = {
  /** What is right or wrong about it, in a sentence. */
  says: string
  children: ReactNode
}

/** How it should be. */
export function Do({ says, children }: PictureProps) {
  return <Picture kind="do" title="✓ Do" says={says} content={children} />
}

/** How it should not be. */
export function Dont({ says, children }: PictureProps) {
  return <Picture kind="dont" title="✗ Don’t" says={says} content={children} />
}

type WholePicture = { kind: string; title: string; says: string; content: ReactNode }

function Picture({ kind, title, says, content }: WholePicture) {
  return (
    <figure className={kind}>
      <div className={`picture stage sb-unstyled ${kind}-picture`}>{content}</div>
      <figcaption>
        <strong>{title}.</strong> {says}
      </figcaption>
    </figure>
  )
}
