// What most tests of the simulator begin with: a simulator of their own, and a person with a browser.

import { test as base } from 'vitest'
import { createSimulator, type Simulator } from '../src/simulator.ts'
import { createVisitor, type Visitor } from './visitor.ts'

/** A test with a new simulator of default options, and a visitor of it. */
export const test = base
  .extend('simulator', (): Simulator => createSimulator())
  .extend('visitor', ({ simulator }): Visitor => createVisitor(simulator))
