// The server: the backend, the cars of whoever asks, and the page.

import express from 'express'
import { toNodeListener } from 'smartcar-connect-server/node'
import { carsOf, smartcar, userOf } from './smartcar.js'

const app = express()
app.use('/api/smartcar', toNodeListener(smartcar)) // in front of body parsers
app.get('/api/cars', async (request, response) => {
  const user = userOf(request.headers.cookie)
  if (user) return response.json(await carsOf(user))
  // Stands for your login: everybody gets an id that nobody guesses and no script reads.
  response.cookie('user', crypto.randomUUID(), { httpOnly: true, sameSite: 'lax' })
  response.json([])
})
app.use(express.static('public'), express.static('dist'))
app.listen(process.env.PORT ?? 3000)
