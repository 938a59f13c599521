// What every page has around it.

import type { ReactNode } from 'react'
import 'smartcar-connect-react/styles.css'

export const metadata = { title: 'My garage' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
