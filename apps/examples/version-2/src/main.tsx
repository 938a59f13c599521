// Starts the page.

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'smartcar-connect-react/styles.css'
import { App } from './app.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
