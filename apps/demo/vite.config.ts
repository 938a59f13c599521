// The demo's page in development: React, the redirect page, and the backend behind /api.

import react from '@vitejs/plugin-react'
import { smartcarConnect } from 'smartcar-connect/vite'
import { defineConfig } from 'vite'

const {
  SIMULATOR_URL = 'http://localhost:4010',
  API_PORT = '5174',
  PAGE_PORT = '5173',
  PAGE_RELOADS = 'on-change',
} = process.env

export default defineConfig({
  plugins: [react(), smartcarConnect()],
  define: { 'import.meta.env.VITE_CONNECT_ORIGIN': JSON.stringify(SIMULATOR_URL) },
  // Two demos at once, such as one that is looked at and one under test, must not share it.
  cacheDir: `node_modules/.vite/page-${PAGE_PORT}`,
  optimizeDeps: { include: ['react', 'react-dom', 'react-dom/client', 'react/jsx-dev-runtime'] },
  server: {
    port: Number(PAGE_PORT),
    // A test must not lose its page because somebody saves a file.
    watch: PAGE_RELOADS === 'never' ? null : {},
    proxy: { '/api': `http://localhost:${API_PORT}` },
    // For the app's own pages. The redirect page has its own headers and must have no COOP.
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
      'Content-Security-Policy':
        "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  },
})
