// smartcar-connect-simulator: Smartcar Connect, its tokens and its vehicles, on your own machine.
export type { Application } from './applications.ts'
export type { JournalEntry } from './journal.ts'
export type { SimulatorOptions } from './options.ts'
export type { Scenario } from './scenario.ts'
export { scenarios } from './scenarios.ts'
export { createSimulator, type Simulator } from './simulator.ts'
export type { Snapshot } from './snapshot.ts'
