// A live component with a number on each of its parts, and what each part is.

import { Markdown } from '@storybook/addon-docs/blocks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import './blocks.css'
import { partWords } from './part-words.ts'

type Part = { name: string; top: number; left: number }

/** The first of each part in the page, with its place inside the picture. */
function partsOf(picture: HTMLElement): readonly Part[] {
  const { top, left } = picture.getBoundingClientRect()
  const parts = new Map<string, Part>()
  for (const element of picture.querySelectorAll<HTMLElement>('[data-sc]')) {
    const name = element.dataset.sc ?? ''
    const place = element.getBoundingClientRect()
    if (place.height === 0 || parts.has(name)) continue
    parts.set(name, { name, top: place.top - top, left: place.left - left })
  }
  return [...parts.values()]
}

/** Parts whose corners are in one place would hide each other's numbers, so they stand side by side. */
function shifted(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, at) => {
    const before = parts
      .slice(0, at)
      .filter(other => Math.abs(other.top - part.top) < 20 && Math.abs(other.left - part.left) < 20)
    return { ...part, left: part.left + before.length * 22 }
  })
}

/** Numbers the parts of what is inside, by `data-sc`. */
export function Anatomy({ children }: { children: ReactNode }) {
  const picture = useRef<HTMLDivElement>(null)
  const [parts, setParts] = useState<readonly Part[]>([])
  useEffect(() => {
    const { current } = picture
    if (!current) return
    const observer = new ResizeObserver(() => setParts(partsOf(current)))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return (
    <figure className="anatomy">
      <div className="picture stage sb-unstyled" ref={picture}>
        {children}
        {shifted(parts).map(({ name, top, left }, at) => (
          <span key={name} className="number" aria-hidden="true" style={{ top, left }}>
            {at + 1}
          </span>
        ))}
      </div>
      <figcaption>
        <ol className="anatomy-words">
          {parts.map(({ name }) => (
            <li key={name}>
              <code>data-sc="{name}"</code>
              <Markdown>{partWords[name] ?? ''}</Markdown>
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}
