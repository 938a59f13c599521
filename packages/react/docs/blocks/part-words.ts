// What each part of the components is, by its `data-sc`.

/** For the pages that show the anatomy of a component. A part without words fails a test. */
export const partWords: Readonly<Record<string, string>> = {
  // ConnectButton and ConnectStatus
  button: 'The native `<button>`. `data-status` is the status of its session.',
  icon: 'The picture before the words, or the ring while it is busy.',
  status:
    'Around it all; takes the focus when an action disappears. `data-status` as on the button.',
  message: 'A live region: what is happening, and what has happened.',
  announcement: 'A live region that is not seen: what a screen reader says.',
  actions: 'What the person can do next. Never inside of a live region.',
  // Pickers
  search: 'The search, with its label and its note.',
  note: 'What is said besides, in small letters. Beside a search it is a live region: how many match.',
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
  'brand-list': 'What scrolls. `data-long` where the list keeps its height during a search.',
  brands: 'A `<fieldset>`: the group of radio buttons.',
  'brand-group': 'Brands under one heading, the `<legend>` of a `<fieldset>` of their own.',
  brand:
    'A `<label>` with a native radio button, the initial of the brand in a tile, and its name.',
  'brand-note': 'What is said where no brand matches, or only Smartcar’s window has it.',
  // Cards
  intro: 'The card before connecting.',
  'intro-title': 'The heading, and the name of the card for assistive technology.',
  reasons: 'Why a person would want it, in the words of the app.',
  permissions: 'What the app will see and do, in words.',
  trust: 'What the person can rely on.',
  car: 'The `<article>` of one car. `data-state` is `connected` or `needs_reauth`.',
  'car-head': 'The tile, the name of the car, and since when it is connected.',
  'car-name': 'The heading: make, model and year.',
  tile: 'The initial of the brand; no logo.',
  title: 'The first line: of a permission, a question or an account.',
  year: 'The model year.',
  badge: 'The mark of a permission that a person may refuse.',
  content: 'What the app puts into the card. Buttons in it keep the look of the app.',
  allowed: 'What the person has allowed: a `<details>`.',
  trouble: 'What is wrong with the connection, and what ends that.',
  disconnect:
    'Around it all: the button, or the question in its place. `data-status` says how far it is.',
  confirm: 'The button that disconnects.',
  question: 'The group in place of the button, named by the question. Escape keeps the car.',
  reconnect: 'Around it all. Always there, and without height while no car asks for anything.',
  'reconnect-row': 'One account, with its cars, the reason and one action.',
}
