// English, as in Britain.

import { type PermissionInfo, type PermissionName, permissions } from 'smartcar-connect'
import type {
  BrandLabels,
  CarLabels,
  ConnectLabels,
  IntroLabels,
  Labels,
  ScopeLabels,
} from './labels.ts'

/** English for the button and the status line. Apart, so that a bundle without pickers leaves theirs out. */
export const enConnect: ConnectLabels = {
  button: 'Connect your car',
  another: 'Connect another car',
  opensWindow: 'Opens a new window',
  preparing: 'Getting Smartcar ready.',
  waiting: {
    open: 'Carry on in the Smartcar window.',
    lost: 'We can’t see the Smartcar window any more. If it is still open, carry on there.',
  },
  exchanging: 'Almost there: finishing the connection.',
  stillExchanging:
    'Still finishing the connection. This can take up to 15 seconds. Keep this page open.',
  connected: {
    one: 'Your car is connected.',
    other: 'Your {count} cars are connected.',
  },
  redirecting: 'Taking you to Smartcar.',
  cancelled: {
    popup_closed: 'The window was closed before you finished. Nothing was connected.',
    returned_to_app: 'You came back before finishing. Nothing was connected.',
    aborted: 'Cancelled. Nothing was connected.',
    superseded: 'This goes on in another window.',
  },
  failed: {
    popup_blocked: 'Your browser blocked the window. Allow pop-ups for this site.',
    popup_failed: 'The window couldn’t be opened.',
    popup_unsupported:
      'Cars can’t be connected from this page. Open the app at its usual address, in a tab of its own.',
    not_loaded: 'Part of this page couldn’t be loaded.',
    login_changed: 'Somebody else is signed in now. Nothing was connected.',
    invalid_response: 'Something went wrong on the way back. Nothing was connected.',
    state_mismatch: 'That was an earlier attempt. Please start again.',
    expired: 'That took longer than 15 minutes. Nothing was connected.',
    exchange_failed: 'We couldn’t finish on our side.',
    exchange_timeout: 'Finishing the connection is taking too long.',
    network_error: 'You seem to be offline. Check your internet connection.',
    provider_error: 'Smartcar reported a problem. Nothing was connected.',
    access_denied: 'You didn’t give access. You can change that any time.',
    invalid_subscription:
      'Your car has no active subscription for connected services. You can renew it with the carmaker.',
    vehicle_incompatible: 'This car isn’t supported yet.',
    no_vehicles: 'There is no car in that account.',
    configuration_error: 'This app isn’t set up correctly for Smartcar. Please contact support.',
    server_error: 'Smartcar is having trouble right now. Nothing was connected.',
  },
  unsupported: 'Your {car} isn’t supported yet.',
  notSaved: 'You gave access, but we couldn’t save it.',
  actions: {
    show: 'Show the window',
    cancel: 'Cancel',
    retry: 'Try again',
    again: 'Connect again',
    another: 'Connect another car',
    here: 'Open it in this tab',
    reload: 'Reload the page',
  },
}

/** English for the scope picker. */
export const enScope: ScopeLabels = {
  search: 'Search permissions',
  matches: { one: '{count} permission matches', other: '{count} permissions match' },
  presets: 'Start from',
  insurance: 'Insurance',
  energy: 'Energy',
  carSharing: 'Car sharing',
  roadside: 'Roadside help',
  read: { title: 'Read', description: 'What the app can see' },
  control: { title: 'Control', description: 'What the app can do with the car' },
  required: 'Required',
  locked: 'Always asked for',
  unknown: 'Not in this list yet',
  sensitive: 'Sensitive',
  topics: {
    identity: 'About the car and you',
    driving: 'Driving and location',
    charging: 'Battery, charging and fuel',
    condition: 'Condition and maintenance',
    doors: 'Doors and climate',
    other: 'Other',
  },
  chosenOf: '{count} of {total}',
  toSee: { one: '{count} to see', other: '{count} to see' },
  toDo: { one: '{count} to do', other: '{count} to do' },
  presetChosen: '{preset} chosen: {line}',
  asksToRead: { one: 'Asks to see {list}.', other: 'Asks to see {count} things: {list}.' },
  asksToControl: {
    one: 'Asks to do one thing: {list}.',
    other: 'Asks to do {count} things: {list}.',
  },
  insists: 'Can’t do without: {list}.',
  asksNothing: 'Asks for nothing yet.',
  permissions: /* @__PURE__ */ byName(permissions),
}

/** English for the brand picker. */
export const enBrand: BrandLabels = {
  search: 'Search brands',
  matches: { one: '{count} brand matches', other: '{count} brands match' },
  brand: 'Brand',
  any: 'Choose in the Smartcar window',
  anyHint: 'If your brand isn’t listed, or to decide later',
  popular: 'Popular brands',
  others: 'More brands',
  noMatch: 'No brand matches “{query}”.',
  elsewhere: 'Choose {list} in the Smartcar window.',
  showAll: 'Show all brands',
  appOnly: 'Connects only from an app',
}

/** English for the card before connecting. */
export const enIntro: IntroLabels = {
  title: 'Connect your car',
  read: 'What we’ll see',
  control: 'What we can do with your car',
  optional: 'optional',
  trust: {
    signIn: 'You sign in with the carmaker.',
    password: 'We never see your password.',
    disconnect: 'Disconnect any time.',
  },
}

/** English for connected cars. */
export const enCar: CarLabels = {
  unnamed: 'your car',
  connected: 'Connected on {date}',
  vin: 'VIN {vin}',
  allowed: { one: 'You allowed one thing', other: 'You allowed {count} things' },
  read: 'What we see',
  control: 'What we can do with it',
  needsReauth: 'Paused until you sign in again',
  disconnect: 'Disconnect',
  disconnectCar: 'Disconnect {car}',
  question: 'Disconnect {car}?',
  consequence: 'We’ll get no more data from this car. You can connect it again any time.',
  confirm: 'Yes, disconnect',
  keep: 'Keep it',
  disconnecting: 'Disconnecting {car}.',
  disconnected: '{car} is disconnected.',
  failed: 'We couldn’t disconnect {car} just now.',
  reconnect: {
    one: 'Sign in again to keep {list} connected.',
    other: 'Sign in again to keep {list} connected.',
  },
  reconnectReason: 'Carmakers ask for this now and then, for example after a new password.',
  signInAgain: 'Sign in again',
  signInAgainWith: 'Sign in again with {make}',
  signedIn: 'You are signed in again.',
}

/** English, as in Britain. For the United States there is `en-us`. */
export const en: Labels = {
  language: 'en',
  connect: enConnect,
  scope: enScope,
  brand: enBrand,
  intro: enIntro,
  car: enCar,
}

// The client's catalogue is in English already.
function byName(catalogue: readonly PermissionInfo[]): ScopeLabels['permissions'] {
  const entries = catalogue.map(({ name, title, description }) => [name, { title, description }])
  return Object.fromEntries(entries) as Record<PermissionName, PermissionInfo>
}
