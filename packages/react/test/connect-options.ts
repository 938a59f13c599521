// Options of a connection that can work in the page of a test.

export const options = {
  clientId: 'app',
  redirectUri: `${location.origin}/redirect.html`,
  exchange: '/api/exchange',
}
