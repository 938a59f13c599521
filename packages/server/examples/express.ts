// Express: before any body parser, because the handler reads and limits the body itself.

import express from 'express'
import { toNodeListener } from 'smartcar-connect-server/node'
import { exchange } from './exchange.ts'

export const app = express()
app.all('/api/smartcar/exchange', toNodeListener(exchange))
