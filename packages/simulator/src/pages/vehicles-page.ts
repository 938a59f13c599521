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
  /** What is ticked: VINs of vehicles and names of permissions. */
  readonly ticked: ReadonlySet<string>
  /** What the form came without, which the page then says. Its first box has the focus. */
  readonly missing?: 'vehicle' | 'permission'
}

/**
 * Shows vehicles, permissions and the decision. The box of a required permission is locked. A box is
 * named as people call the car; its number, which is read out letter by letter, only describes it.
 */
export function vehiclesPage(given: ConnectPage, shown: VehiclesPage): Promise<Response> {
  const { words, basePath, attemptId, application } = given
  const { vehicles, permissions, single, ticked, missing } = shown
  const optional = permissions.filter(({ required }) => !required)
  function state(name: 'vehicle' | 'permission', value: string, isFirst: boolean): Html {
    const hasFocus = isFirst && name === missing
    return html`${hasFocus && html` autofocus`}${ticked.has(value) && html` checked`}`
  }
  return page({
    ...given,
    status: missing === undefined ? 200 : 422,
    title: words.reviewTitle(application),
    top: connectTop(given, 3),
    content: html`<h1>${words.reviewTitle(application)}</h1>
<form method="post" action="${basePath}/connect/vehicles">
${attemptField(attemptId)}
<fieldset${missing === 'vehicle' && html` aria-describedby="problem"`}>
<legend>${single ? words.chooseOne : words.vehicles}</legend>
${missing === 'vehicle' && problem(words.noVehicleChosen)}
${vehicles.map(
  ({ vin, make, model, year }, index) => html`<label class="choice">
<input type="${single ? 'radio' : 'checkbox'}" aria-labelledby="car-${index}" aria-describedby="vin-${index}" name="vehicle" value="${vin}"${state('vehicle', vin, index === 0)}>
<span><strong id="car-${index}">${make} ${model} ${year}</strong> <small id="vin-${index}">${words.vin} <bdi>${vin}</bdi></small></span>
</label>`,
)}
</fieldset>
<fieldset${missing === 'permission' && html` aria-describedby="problem"`}>
<legend>${words.permissionsTitle(application)}</legend>
${missing === 'permission' && problem(words.noPermissionChosen)}
${permissions.map(permission =>
  permission.required
    ? html`<p class="choice fixed"><span class="tick" aria-hidden="true"></span>
<span>${titleOf(permission, words)} <small>(${words.required})</small></span></p>`
    : html`<label class="choice">
<input type="checkbox" name="permission" value="${permission.name}"${state('permission', permission.name, permission === optional[0])}>
<span>${titleOf(permission, words)}</span>
</label>`,
)}
</fieldset>
<div class="decision">
<button class="main" id="approval-button" type="submit" name="decision" value="allow">${words.allow}</button>
<button type="submit" name="decision" value="deny">${words.deny}</button>
</div>
</form>`,
  })
}

function problem(text: string): Html {
  return html`<p class="problem" role="alert" id="problem">${text}</p>`
}

function titleOf({ name }: RequestedPermission, words: Words): string {
  return isKnown(name) ? words.permissions[name] : name.replaceAll('_', ' ')
}

function isKnown(name: string): name is PermissionName {
  return (permissionNames as readonly string[]).includes(name)
}
