// The application that the Playground is, and its addresses.

import type { Application } from 'smartcar-connect-simulator'

/** The address of the redirect page beside the stories. */
export function redirectUriAt(home: URL): string {
  return new URL('smartcar-redirect.html', home).href
}

/** The path of the simulator below the folder of the stories, without a slash at its end. */
export function simulatorPath(home: URL): string {
  return new URL('simulator', home).pathname
}

/** The path of the backend below the folder of the stories, without a slash at its end. */
export function backendPath(home: URL): string {
  return new URL('backend', home).pathname
}

/** The application as the simulator knows it. */
export function applicationAt(home: URL): Application & Required<Pick<Application, 'machine'>> {
  return {
    clientId: 'playground',
    clientSecret: 'playground-secret',
    name: 'Playground',
    redirectUris: [redirectUriAt(home)],
    machine: { clientId: 'client_playground', clientSecret: 'playground-machine-secret' },
  }
}
