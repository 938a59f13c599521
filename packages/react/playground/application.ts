// The application that the Playground plays, and where everything of it is.

import type { Application } from 'smartcar-connect-simulator'

/** The redirect page beside the stories. */
export function redirectUriAt(home: URL): string {
  return new URL('smartcar-redirect.html', home).href
}

/** The path of the simulator below the folder that the stories are in, without a slash at its end. */
export function simulatorPath(home: URL): string {
  return new URL('simulator', home).pathname
}

/** The application as the simulator knows it. */
export function applicationAt(home: URL): Application {
  return {
    clientId: 'playground',
    clientSecret: 'playground-secret',
    name: 'Playground',
    redirectUris: [redirectUriAt(home)],
  }
}
