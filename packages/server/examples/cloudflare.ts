// Cloudflare-style: one fetch function, the entry's default export; configuration comes with the request.

import { createExchangeHandler } from 'smartcar-connect-server'

type Env = Record<'SMARTCAR_CLIENT_ID' | 'SMARTCAR_CLIENT_SECRET' | 'APP_ORIGIN', string> & {
  SMARTCAR_TOKEN_URL?: string
  SMARTCAR_API_URL?: string
}

let exchange: ((request: Request) => Promise<Response>) | undefined

export const worker = {
  fetch: (request: Request, env: Env): Promise<Response> => {
    exchange ??= createExchangeHandler({
      clientId: env.SMARTCAR_CLIENT_ID,
      clientSecret: env.SMARTCAR_CLIENT_SECRET,
      tokenUrl: env.SMARTCAR_TOKEN_URL,
      apiUrl: env.SMARTCAR_API_URL,
      redirectUri: `${env.APP_ORIGIN}/smartcar-redirect.html`,
      origins: env.APP_ORIGIN,
      onTokens: async (_tokens, { vehicles }) => ({ vehicles: vehicles.map(({ id }) => id) }),
    })
    return exchange(request)
  },
}
