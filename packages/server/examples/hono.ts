// Hono.

import { Hono } from 'hono'
import { exchange } from './exchange.ts'

export const app = new Hono()
app.post('/api/smartcar/exchange', context => exchange(context.req.raw))
