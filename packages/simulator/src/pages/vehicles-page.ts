// The third page: choose vehicles and review the permissions.

import { html } from 'hono/html'
import {
  type PermissionName,
  permissionNames,
  type RequestedPermission,
} from '../world/permissions.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { attemptField, type ConnectPage, connectTop } from './connect-top.ts'
import { type Html, page } from './page.ts'
import type { Words } from './words.ts'

/** What the third page shows. */
export type VehiclesPage = {
  /** The vehicles to choose from. */
  readonly vehicles: readonly Vehicle[]
  /** The permissions to review. */
  readonly permissions: readonly RequestedPermission[]
  /** Whether one vehicle only may be chosen, by radio buttons. */
  readonly single: boolean
  /** Whether the form came without a vehicle, which the page then says. */
  readonly noneChosen: boolean
}

/** Shows vehicles, permissions and the decision. Required permissions cannot be declined. */
export function vehiclesPage(given: ConnectPage, shown: VehiclesPage): Promise<Response> {
  const { words, basePath, attemptId, application } = given
  const { vehicles, permissions, single, noneChosen } = shown
  return page({
    words,
    basePath,
    status: noneChosen ? 422 : 200,
    title: words.reviewTitle(application),
    top: connectTop(given, 3),
    content: html`<h1>${words.reviewTitle(application)}</h1>
<form method="post" action="${basePath}/connect/vehicles">
${attemptField(attemptId)}
${noneChosen && html`<p class="problem" role="alert" id="problem">${words.noVehicleChosen}</p>`}
<fieldset${noneChosen && html` aria-describedby="problem"`}>
<legend>${single ? words.chooseOne : words.vehicles}</legend>
${vehicles.map((vehicle, index) => vehicleChoice(vehicle, single, index === 0))}
</fieldset>
<fieldset>
<legend>${words.permissionsTitle(application)}</legend>
${permissions.map(permission => permissionChoice(permission, words))}
</fieldset>
<div class="decision">
<button class="main" id="approval-button" type="submit" name="decision" value="allow">${words.allow}</button>
<button type="submit" name="decision" value="deny">${words.deny}</button>
</div>
</form>`,
  })
}

function vehicleChoice(vehicle: Vehicle, single: boolean, first: boolean): Html {
  return html`<label class="choice">
<input type="${single ? 'radio' : 'checkbox'}" name="vehicle" value="${vehicle.vin}"${(first || !single) && html` checked`}>
<span><strong>${vehicle.make} ${vehicle.model} ${vehicle.year}</strong> <small>${vehicle.vin}</small></span>
</label>`
}

function permissionChoice(permission: RequestedPermission, words: Words): Html {
  const title = isKnown(permission.name)
    ? words.permissions[permission.name]
    : permission.name.replaceAll('_', ' ')
  if (permission.required) {
    return html`<p class="choice fixed"><span class="tick" aria-hidden="true"></span>
<span>${title} <small>(${words.required})</small></span></p>`
  }
  return html`<label class="choice">
<input type="checkbox" name="permission" value="${permission.name}" checked>
<span>${title}</span>
</label>`
}

function isKnown(name: string): name is PermissionName {
  return (permissionNames as readonly string[]).includes(name)
}
