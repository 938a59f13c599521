// For tests: the application that the simulator knows, and where its page and the provider are.

/** The options that every handler needs. */
export const demoApp = {
  clientId: 'demo-client',
  redirectUri: 'http://localhost:5173/smartcar-redirect.html',
  origins: 'http://localhost:5173',
  tokenUrl: 'http://localhost:4010/oauth/token',
}

/** Where sessions are started: the simulator's own pages. */
export const demoConnectUrl = 'http://localhost:4010'

/** Where vehicles are read, and with which secret the code is redeemed. */
export const demoSecrets = { clientSecret: 'demo-secret', apiUrl: 'http://localhost:4010' }

/** The credentials of version 3. */
export const demoMachine = {
  clientId: 'client_demo',
  clientSecret: 'demo-machine-secret',
  iamUrl: 'http://localhost:4010/oauth2/token',
  apiUrl: 'http://localhost:4010',
}

/** The app session of a test: the user that a header names. */
export function testUser(request: Request): string | undefined {
  return request.headers.get('x-test-user') ?? undefined
}
