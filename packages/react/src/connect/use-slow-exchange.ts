// Whether an exchange takes longer than a moment, so that the person is told how long it may take.

import { useEffect, useState } from 'react'
import type { Session } from 'smartcar-connect'

const momentMs = 3000

/** Says so after three seconds of one exchange. No timer runs while there is none. */
export function useSlowExchange({ status }: Session): boolean {
  const isExchanging = status === 'exchanging'
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isExchanging) return
    const timer = setTimeout(() => setIsSlow(true), momentMs)
    return () => {
      clearTimeout(timer)
      setIsSlow(false)
    }
  }, [isExchanging])
  return isExchanging && isSlow
}
