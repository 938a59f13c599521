// Hono, and whatever else has a Request: every method, every path below the backend.

import { Hono } from 'hono'
import { smartcar } from './backend.ts'

export const app = new Hono()
app.all('/api/smartcar/*', context => smartcar.fetch(context.req.raw))
