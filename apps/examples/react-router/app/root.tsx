// What every page has around it.

import { Links, Meta, Outlet, Scripts } from 'react-router'
import 'smartcar-connect-react/styles.css'

export default function Root() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>My garage</title>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  )
}
