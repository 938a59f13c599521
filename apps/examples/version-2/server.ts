// The server: the exchange, the redirect page, the cars of whoever asks, and the built page.

import express from 'express'
import { redirectPage } from 'smartcar-connect/redirect-page'
import { toNodeListener } from 'smartcar-connect-server/node'
import { carsOf, exchange, userOf } from './smartcar.ts'

const { html, headers } = redirectPage()
const app = express()
app.post('/api/smartcar/exchange', toNodeListener(exchange)) // in front of body parsers
app.get('/api/smartcar/redirect', (_, response) => response.set(headers).send(html))
app.get('/api/cars', async (request, response) => {
  const user = userOf(request.headers.cookie)
  if (user) return response.json(await carsOf(user))
  // Stands for your login: everybody gets an id that nobody guesses and no script reads.
  response.cookie('user', crypto.randomUUID(), { httpOnly: true, sameSite: 'lax' })
  response.json([])
})
app.use(express.static('dist'))
app.listen(process.env.PORT ?? 3000)
