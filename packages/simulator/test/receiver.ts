// A receiver of webhooks on loopback, for tests: keeps the bytes that come, and answers challenges.

import { createHmac } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'

/** One request that came. */
export type Received = {
  /** The path that it came to. */
  readonly path: string
  /** Its headers, by their names in small letters. */
  readonly headers: Readonly<Record<string, unknown>>
  /** Its body as it came. */
  readonly bytes: Buffer
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of many forms
  readonly body: any
}

/** A receiver that listens. */
export type Receiver = {
  /** Where it listens, such as `http://127.0.0.1:40123`. */
  readonly address: string
  /** What came, oldest first. */
  readonly received: Received[]
  /** What came of one type, oldest first. */
  readonly events: (eventType: string) => readonly Received[]
  /** Answers from now on in another way. The default is 200, and for VERIFY the right answer. */
  readonly answer: (answer: (received: Received, response: ServerResponse) => void) => void
  /** Stops listening. */
  readonly stop: () => Promise<void>
}

/** HMAC-SHA256 in small hexadecimal digits, made with Node alone. */
export function hmac(token: string, message: string | Buffer): string {
  return createHmac('sha256', token).update(message).digest('hex')
}

/** Answers as a good receiver does. */
export function answerWell(token: string): (received: Received, response: ServerResponse) => void {
  return ({ body }, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    if (body.eventType !== 'VERIFY') response.end()
    else response.end(JSON.stringify({ challenge: hmac(token, body.data.challenge) }))
  }
}

/** Listens on a free port of loopback. */
export async function startReceiver(token = 'demo-management-token'): Promise<Receiver> {
  const received: Received[] = []
  let answer = answerWell(token)
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    const { url = '', headers } = request
    const one = { path: url, headers, bytes, body: JSON.parse(bytes.toString() || 'null') }
    received.push(one)
    answer(one, response)
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const bound = server.address()
  const port = typeof bound === 'object' ? bound?.port : undefined
  return {
    address: `http://127.0.0.1:${port}`,
    received,
    events: eventType => received.filter(({ body }) => body?.eventType === eventType),
    answer: other => {
      answer = other
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
