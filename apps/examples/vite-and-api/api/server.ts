// The API, on an origin of its own: the backend, and the cars of whoever asks.

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { cors } from 'hono/cors'
import { carsOf, smartcar, userOf } from './smartcar.ts'

const { APP_ORIGIN = '', PORT = '3000' } = process.env
const app = new Hono()

app.all('/smartcar/*', context => smartcar.fetch(context.req.raw)) // it answers CORS itself
app.use('/cars', cors({ origin: APP_ORIGIN, credentials: true }))
app.get('/cars', async context => {
  const user = userOf(context.req.raw)
  if (user) return context.json(await carsOf(user))
  // Stands for your login: everybody gets an id that nobody guesses and no script reads.
  setCookie(context, 'user', crypto.randomUUID(), { httpOnly: true, sameSite: 'Lax' })
  return context.json([])
})

serve({ fetch: app.fetch, port: Number(PORT) })
