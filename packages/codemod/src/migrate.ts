// Moves one file from @smartcar/auth to smartcar-connect, as far as that is safe, and marks the rest.

import MagicString from 'magic-string'
import { inComponent } from './reading/component.ts'
import { fileStyleOf } from './reading/file-style.ts'
import { type Holder, holderOf } from './reading/holders.ts'
import { instanceUses } from './reading/instance-uses.ts'
import { readSdkUses, type SdkUses } from './reading/sdk-imports.ts'
import { planCalls } from './rewriting/calls.ts'
import { planConstruction } from './rewriting/construction.ts'
import { planErrorClass } from './rewriting/errors.ts'
import { localName, planImports, readNames } from './rewriting/imports.ts'
import {
  add,
  block,
  emptyPlan,
  type NeededName,
  type Plan,
  replace,
  type Source,
} from './rewriting/plan.ts'
import { type Mark, markStart, writeMarks } from './syntax/marks.ts'
import { parse } from './syntax/parse.ts'
import { type NodePath, rangeOf } from './syntax/walk.ts'

/** What the codemod knows about the app beside the file. */
export type Project = {
  /** Whether the app has React 18.2 or later, which the hook needs. */
  readonly hasHooks: boolean
}

/** What became of a file. */
export type Migration = {
  /** The new text; the old one where nothing changed. */
  readonly text: string
  /** How many instances of the official SDK were moved. */
  readonly moved: number
  /** The lines that are left to a person: the marks in the new text. */
  readonly left: readonly LineLeft[]
}

/** A line that is left to a person. */
export type LineLeft = {
  /** The line of the mark in the new text, from 1. */
  readonly line: number
  /** What there is to do, and where to read on. */
  readonly what: string
}

/**
 * Moves a file. An instance is moved as a whole or not at all, so that what is left works as before.
 * A second run changes nothing.
 *
 * @param text the text of a JavaScript or TypeScript file
 * @param path its name, which tells what language it is
 * @param project what is known of the app beside the file
 * @returns the new text, and what is left to a person
 * @throws {ParseError} where the text is no program
 *
 * @example
 * const { text, left } = migrate(source, 'app.tsx', { hasHooks: true })
 */
export function migrate(text: string, path: string, project: Project): Migration {
  if (!/@smartcar\/auth|\bSmartcar\b/.test(text)) return { text, moved: 0, left: linesLeft(text) }
  const file = parse(text, path)
  const style = fileStyleOf(text, path)
  const names = readNames(file)
  const source: Source = { text, style, nameOf: name => localName(names, name) }
  const uses = readSdkUses(file)
  const marks: Mark[] = [...uses.marks]
  const plans = groups(uses).map(group => planInstance(source, group, project))
  const classes = uses.errorClasses.map(errorClass => planErrorClass(source, errorClass))
  if (!isWhole(uses, [...plans, ...classes])) holdBackErrors(uses, plans)
  const done = plans.filter(({ blockers }) => blockers.length === 0)
  const all = isWhole(uses, [...plans, ...classes])
  const whole = planRest(source, uses, classes, all && plans.length > 0)
  const output = new MagicString(text)
  const needs = new Set<NeededName>(whole.needs)
  for (const plan of [...done, whole]) {
    for (const change of plan.changes) change(output)
    for (const name of plan.needs) needs.add(name)
  }
  marks.push(...plans.flatMap(plan => (plan.blockers.length > 0 ? plan.blockers : plan.checks)))
  marks.push(...whole.blockers)
  const keep = !all || whole.blockers.length > 0
  if (needs.size > 0) {
    const from = project.hasHooks ? 'smartcar-connect-react' : 'smartcar-connect'
    for (const change of planImports(
      source,
      uses.imports,
      [...needs].toSorted(),
      names,
      from,
      keep,
    ))
      change(output)
  }
  const shifts = done.flatMap(plan => plan.shifts)
  writeMarks(marks, text, output, style.newline, shifts)
  const newText = output.toString()
  const moved = done.reduce((sum, { moved }) => sum + moved, 0)
  return { text: newText, moved, left: linesLeft(newText) }
}

/** The marks of a text, also those of an earlier run. */
export function linesLeft(text: string): LineLeft[] {
  return text.split('\n').flatMap((line, index) => {
    const [, what] = line.split(markStart)
    return what === undefined
      ? []
      : [{ line: index + 1, what: what.replace(/\s*(\*\/|-->).*$/, '').trim() }]
  })
}

// Whether nothing in the file needs the official SDK any more.
function isWhole(uses: SdkUses, plans: readonly Plan[]): boolean {
  return uses.marks.length === 0 && plans.every(({ blockers }) => blockers.length === 0)
}

// Errors of both kinds would come to the same code, so that instances wait for each other.
function holdBackErrors(uses: SdkUses, plans: readonly InstancePlan[]): void {
  for (const plan of plans) {
    if (plan.blockers.length > 0) continue
    if (uses.errorClasses.length === 0 && !plan.changesErrors) continue
    const what =
      'something else in this file has to be moved first, as both share what looks at errors'
    block(plan, plan.at, what, 'errors')
  }
}

type InstancePlan = Plan & {
  /** How many instances it is for. */
  readonly moved: number
  readonly at: NodePath
}

type Group = {
  readonly holder: Holder | undefined
  readonly constructions: [NodePath, ...NodePath[]]
}

// Instances with the same holder are moved together.
function groups({ constructions }: SdkUses): Group[] {
  const found: Group[] = []
  for (const construction of constructions) {
    const holder = holderOf(construction)
    const same = found.find(group => holder && group.holder?.key === holder.key)
    if (same) same.constructions.push(construction)
    else found.push({ holder, constructions: [construction] })
  }
  return found
}

function planInstance(
  source: Source,
  { holder, constructions }: Group,
  { hasHooks }: Project,
): InstancePlan {
  const [first] = constructions
  const plan = { ...emptyPlan(), moved: constructions.length, at: first }
  if (!holder) {
    const what =
      'here the instance goes where it was not followed; keep it in a variable, a member or a ref'
    block(plan, first, what, 'one-instance-for-several-files')
    return plan
  }
  const uses = instanceUses(holder, constructions)
  plan.blockers.push(...uses.marks)
  const calls = planCalls(source, uses)
  add(plan, calls)
  for (const construction of constructions) {
    const place = inComponent(construction)
    const isHook = hasHooks && place === 'like-a-hook' && constructions.length === 1
    const maker = isHook ? 'useSmartcarConnect' : 'createConnect'
    add(plan, planConstruction(source, construction, maker, calls.popup))
    if (place !== 'no' && !isHook && holder.kind === 'variable') {
      const what =
        'each render makes a connection: with React 18.2 or later, use `useSmartcarConnect` at the top of the component'
      plan.checks.push({ at: construction, what, section: 'react' })
    }
  }
  return plan
}

// What belongs to no instance: classes of errors, and types.
function planRest(source: Source, uses: SdkUses, classes: readonly Plan[], isWhole: boolean): Plan {
  const plan = emptyPlan()
  for (const part of classes) {
    if (isWhole) add(plan, part)
    else plan.blockers.push(...part.blockers)
  }
  if (uses.constructions.length === 0) {
    for (const errorClass of uses.errorClasses) {
      const what = 'compare the `code` of the error in the place of this class'
      plan.blockers.push({ at: errorClass, what, section: 'errors' })
    }
  }
  for (const type of uses.types) {
    if (isWhole) {
      plan.needs.add('Connect')
      plan.changes.push(replace(source, ...rangeOf(type.node), source.nameOf('Connect')))
    } else if (uses.constructions.length === 0) {
      const what = 'use the type `Connect` of smartcar-connect in its place'
      plan.blockers.push({ at: type, what, section: 'tests-and-types' })
    }
  }
  return plan
}
