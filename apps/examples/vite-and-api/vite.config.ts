// React, and the redirect page: a file of this site, since the API is on another origin.

import react from '@vitejs/plugin-react'
import { smartcarConnect } from 'smartcar-connect/vite'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [react(), smartcarConnect()] })
