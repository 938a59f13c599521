// The paths of Connect: every page that a person sees on the way.

import type { Hono } from 'hono'
import type { SimulatorEnv } from '../http/context.ts'
import { authorize } from './authorize.ts'
import { chooseBrand, showBrands } from './brand.ts'
import { agreeAtCarMaker, showCarMaker } from './car-maker.ts'
import { showHostedRedirect, showHostedRedirectScript } from './hosted-redirect.ts'
import { answerIncompatible, showIncompatible } from './incompatible.ts'
import { returnToApplication } from './return.ts'
import { showSignIn, signIn } from './sign-in.ts'
import { decideAccess, showVehicles } from './vehicles.ts'

/** Adds the routes of Connect. Only a POST grants anything. */
export function addConnect(app: Hono<SimulatorEnv>): void {
  app.get('/oauth/authorize', authorize)
  app.get('/oauth/reauthenticate', authorize)
  app.get('/connect/brand', showBrands)
  app.post('/connect/brand', chooseBrand)
  app.get('/connect/sign-in', showSignIn)
  app.post('/connect/sign-in', signIn)
  app.get('/connect/vehicles', showVehicles)
  app.post('/connect/vehicles', decideAccess)
  app.get('/connect/incompatible', showIncompatible)
  app.post('/connect/incompatible', answerIncompatible)
  app.post('/connect/return', returnToApplication)
  app.get('/car-maker/consent', showCarMaker)
  app.post('/car-maker/consent', agreeAtCarMaker)
  app.get('/v2/redirect', showHostedRedirect)
  app.get('/__simulator/hosted-redirect.js', showHostedRedirectScript)
}
