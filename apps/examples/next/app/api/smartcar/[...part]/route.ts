// The backend, below /api/smartcar.

import { toNextRoute } from 'smartcar-connect-server/next'
import { smartcar } from '../../../../smartcar'

export const { GET, POST, OPTIONS } = toNextRoute(smartcar)
