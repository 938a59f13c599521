// Express: before body parsers, and before a login or CSRF middleware.

import express from 'express'
import { toNodeListener } from 'smartcar-connect-server/node'
import { smartcar } from './backend.ts'

export const app = express()
app.use('/api/smartcar', toNodeListener(smartcar))
