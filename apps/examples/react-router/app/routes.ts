// Which address is answered by which file.

import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('./home.tsx'),
  route('api/smartcar/*', './smartcar-route.ts'),
] satisfies RouteConfig
