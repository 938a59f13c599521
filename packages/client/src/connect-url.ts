// Builds the address of Smartcar Connect from typed parameters.

import { type ConnectParams, checkConnectParams } from './connect-params.ts'

/**
 * The address that the popup opens. Pure, so that a server can build it as well.
 *
 * Every value goes through `URLSearchParams`, so none can add a parameter of its own. An empty
 * string counts as left out.
 *
 * @param state the value of the `state` parameter as it goes over the wire
 * @throws {TypeError} for an option, or a combination of options, that Connect would refuse or ignore
 * @see https://smartcar.com/docs/connect/connect-url
 * @see RFC 6749, section 4.1.1
 *
 * @example
 * buildConnectUrl({ clientId: 'id', redirectUri: 'https://app.example/redirect.html', scope: ['read_odometer'] }, state)
 */
export function buildConnectUrl(params: ConnectParams, state: string): URL {
  checkConnectParams(params)
  const { vehicleId, responseType = 'code', externalId, flags, connectOrigin } = params
  const url = new URL(
    vehicleId ? '/oauth/reauthenticate' : '/oauth/authorize',
    connectOrigin || 'https://connect.smartcar.com',
  )
  const send = (name: string, value: string | boolean | undefined) => {
    if (value !== undefined && value !== '') url.searchParams.set(name, `${value}`)
  }
  send('application_id', params.applicationId)
  send('client_id', params.clientId)
  send('redirect_uri', params.redirectUri)
  send('external_id', externalId === null ? 'null' : externalId)
  send('state', state)
  if (vehicleId) {
    send('response_type', responseType === 'code' ? 'vehicle_id' : responseType)
    send('vehicle_id', vehicleId)
    return url
  }
  send('response_type', responseType)
  send('scope', params.scope?.join(' '))
  send('approval_prompt', params.approvalPrompt)
  send('mode', params.mode)
  send('make', params.make)
  send('single_select', params.singleSelect)
  send('single_select_vin', params.singleSelectVin)
  send(
    'flags',
    flags &&
      Object.entries(flags)
        .map(flag => flag.join(':'))
        .join(' '),
  )
  send('user', params.user)
  if (!params.redirectUri) send('app_origin', params.appOrigin)
  return url
}
