// What a scenario needs of a browser, whichever engine and protocol it has.

/** One tab or popup, found anew by its id each time: COOP may swap everything behind it. */
export type Tab = {
  readonly id: string
  /** The value of an expression in the page; `undefined` while the page cannot be asked. */
  readonly evaluate: (expression: string) => Promise<unknown>
  /** Clicks as a person does, so that a popup may open. */
  readonly click: (selector: string) => Promise<void>
  readonly goTo: (url: string) => Promise<void>
  /** Brings it to the front, with the focus. */
  readonly activate: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A running browser. */
export type Engine = {
  /** With its version, for the table. */
  readonly name: string
  readonly newTab: () => Promise<Tab>
  /** Every tab and popup that is open. */
  readonly tabs: () => Promise<Tab[]>
  /** Ends the browser. */
  readonly stop: () => Promise<void>
}
