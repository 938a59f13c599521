// What each part of the components is, by its `data-sc`.

/** For the pages that show the anatomy of a component. A part without words fails a test. */
export const partWords: Readonly<Record<string, string>> = {
  // ConnectButton and ConnectStatus
  button: 'The native `<button>`. `data-status` is the status of its session.',
  icon: 'The picture before or behind the words.',
  status:
    'Around it all; takes the focus when an action disappears. `data-status` as on the button.',
  message: 'What has happened, in a sentence.',
  announcement: 'A live region that is not seen: what a screen reader says.',
  actions: 'What the person can do next, outside of the live region.',
  // Pickers
  search: 'The search, with its label and its note.',
  note: 'A live region: how many match.',
  'scope-picker': 'Around it all.',
  presets: 'A `<fieldset>` of buttons that choose several permissions at once.',
  'scope-group': 'A `<fieldset>` of permissions; its box ticks all that are shown.',
  'scope-topic': 'Permissions about one thing, which can be folded.',
  'scope-items': 'The list of permissions.',
  'scope-item':
    'One permission: its box, title and description. `data-locked` where it stays ticked.',
  'scope-required': 'The box that makes a permission required.',
  'scope-sensitive': 'The mark of a permission that tells much about a person.',
  summary: 'What is asked for, in sentences.',
  'brand-picker': 'Around it all.',
  'brand-list': 'The list box with what is said beside it.',
  brands: 'The list box.',
  'brand-group': 'Brands under one heading.',
  brand: 'One brand: its initial in a tile, its name, and a sign where it is chosen.',
  'brand-note': 'What is said where no brand matches.',
  // Cards
  intro: 'The card before connecting.',
  'intro-title': 'What it is for.',
  reasons: 'Why a person would want it.',
  permissions: 'What the app will see and do, in words.',
  trust: 'What the person can rely on.',
  car: 'The card of one car.',
  'car-head': 'The tile and the name of the car.',
  'car-name': 'Make, model and year.',
  tile: 'The initial of the brand; no logo.',
  title: 'The heading.',
  year: 'The model year.',
  badge: 'The state of the connection, in a word.',
  content: 'What the app puts into the card.',
  allowed: 'What the person has allowed.',
  trouble: 'What is wrong with the connection.',
  disconnect: 'The button that ends the connection, and its question.',
  confirm: 'The question in place of a dialog, with its answers.',
  question: 'What is asked before anything ends.',
  reconnect: 'The banner for cars whose person has to sign in again.',
  'reconnect-row': 'One account, with its cars and one action.',
}
