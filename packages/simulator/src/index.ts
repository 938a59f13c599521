// smartcar-connect-simulator: Smartcar Connect, its tokens and its vehicles, on your own machine.

export type { JournalEntry } from './memory/journal.ts'
export type { Snapshot } from './memory/snapshot.ts'
export type { DeliveryEntry } from './memory/webhook.ts'
export type { SimulatorOptions } from './options.ts'
export type { Scenario } from './scenarios/scenario.ts'
export { scenarios } from './scenarios/scenarios.ts'
export { createSimulator, type Simulator } from './simulator.ts'
export type { Application, ApplicationWebhook } from './world/applications.ts'
