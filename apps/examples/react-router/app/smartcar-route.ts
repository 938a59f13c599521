// The backend, below /api/smartcar.

import type { Route } from './+types/smartcar-route'
import { smartcar } from './smartcar.server'

export function loader({ request }: Route.LoaderArgs) {
  return smartcar.fetch(request)
}

export function action({ request }: Route.ActionArgs) {
  return smartcar.fetch(request)
}
