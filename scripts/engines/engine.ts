// What a scenario needs of a browser, whichever engine and protocol it has.

/** One tab or popup, found anew by its id each time: COOP may swap everything behind it. */
export type Tab = {
  id: string
  /** The value of an expression in the page; `undefined` while the page cannot be asked. */
  evaluate: (expression: string) => Promise<unknown>
  /** Clicks as a person does, so that a popup may open. */
  click: (selector: string) => Promise<void>
  goTo: (url: string) => Promise<void>
  /** Brings it to the front, with the focus. */
  activate: () => Promise<void>
  close: () => Promise<void>
}

/** A running browser. */
export type Engine = {
  /** With its version, for the table. */
  name: string
  newTab: () => Promise<Tab>
  /** Every tab and popup that is open. */
  tabs: () => Promise<Tab[]>
  /** Ends the browser. */
  stop: () => Promise<void>
}
