// A pattern at the width of a phone and of a desktop, each in a window of its own.

import './patterns.css'
import type { ReactNode } from 'react'

const widths = [
  { name: 'Phone, 375 px', width: 375, height: 640, scale: 0.8 },
  { name: 'Desktop, 1280 px', width: 1280, height: 800, scale: 0.5 },
] as const

/** Both, loaded when they come into view. */
export function PatternWidths({ id, title }: { id: string; title: string }): ReactNode {
  return (
    <div className="pattern-widths">
      {widths.map(({ name, width, height, scale }) => (
        <figure key={width}>
          <div style={{ width: width * scale, height: height * scale, maxWidth: '100%' }}>
            <iframe
              title={`${title}: ${name}`}
              src={`iframe.html?id=${id}&viewMode=story`}
              loading="lazy"
              width={width}
              height={height}
              style={{ transform: `scale(${scale})` }}
            />
          </div>
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  )
}
