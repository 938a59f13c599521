// A part of the page as forced colours would show it, in the system's colours.

import { type ReactNode, useEffect, useState } from 'react'
import { forcedRules } from './forced-rules.ts'

/** Shows its children with the rules of forced colours. It imitates them: the browser has the last word. */
export function ForcedColors({ children }: { children: ReactNode }) {
  const [rules, setRules] = useState('')
  useEffect(() => setRules(forcedRules(document.styleSheets, '.forced-colors')), [])
  return (
    <div className="picture stage sb-unstyled state-picture forced-colors">
      <style>{rules}</style>
      {children}
    </div>
  )
}
