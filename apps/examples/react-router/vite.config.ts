// React Router's own set-up: every page is rendered on the server.

import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  // Else Vite finds them at the first visit in development, and loads the page anew.
  optimizeDeps: {
    include: ['smartcar-connect-react'],
    exclude: ['smartcar-connect-server', 'smartcar-connect-server/sqlite'],
  },
})
