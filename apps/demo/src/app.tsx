// The whole page, by the way that is chosen.

import type { ReactNode } from 'react'
import { SmartcarConnectProvider } from 'smartcar-connect-react'
import { CodeWay } from './code-way.tsx'
import { connectDefaults } from './connect-defaults.ts'
import { LiveWay } from './live-way.tsx'
import { useWay } from './use-way.ts'
import { WaySelect } from './way-select.tsx'

/** “Your garage”, the first screen of an imagined product. Another way is another garage. */
export function App(): ReactNode {
  const [way, chooseWay] = useWay()
  const Garage = way === 'code' ? CodeWay : LiveWay
  return (
    <SmartcarConnectProvider {...connectDefaults[way]} key={way}>
      <Garage waySelect={<WaySelect value={way} onValueChange={chooseWay} />} />
    </SmartcarConnectProvider>
  )
}
