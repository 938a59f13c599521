// Renders the demo into the page.

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SmartcarConnectProvider } from 'smartcar-connect-react'
import { App } from './app.tsx'
import { connectDefaults } from './connect-defaults.ts'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <SmartcarConnectProvider {...connectDefaults}>
        <App />
      </SmartcarConnectProvider>
    </StrictMode>,
  )
}
