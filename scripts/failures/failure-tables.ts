// The tables of every failure, from the browser to the database.

import {
  type ProblemCode,
  problemOutcome,
} from '../../packages/server/src/problems/problem-outcome.ts'
import { browserFailures } from './browser-failures.ts'
import type { FailureRow } from './failure-row.ts'
import { personAction } from './person-action.ts'
import { problems } from './problems.ts'
import { type Causes, causesOf } from './read-causes.ts'
import { refusalStatuses } from './refusal-statuses.ts'
import { refusals } from './refusals.ts'
import { goodEvents, serverEvents } from './server-events.ts'
import { vaultActions, vaultErrors } from './vault-errors.ts'

/** One table, with the causes as the code says them. */
export type FailureTable = {
  readonly title: string
  /** Where the names are met. */
  readonly about: string
  readonly rows: Readonly<Record<string, FailureRow>>
  readonly causes: Causes
  /** Whether the sections of the page are about these names; other names are alike by chance. */
  readonly hasSections: boolean
  /** What a person does after a failure; without it, nobody but developers meets the failures. */
  readonly person?: (name: string) => string
}

const server = 'packages/server/src'

/** Reads the code and makes the tables. */
export function failureTables(): readonly FailureTable[] {
  const errors = 'packages/client/src/errors.ts'
  const own = causesOf(errors, 'ConnectErrorCode')
  const statuses = refusalStatuses()
  const events = causesOf(`${server}/server-event.ts`, 'ServerEvent')
  const failing = [...events].filter(([name]) => !goodEvents.some(good => good === name))
  return [
    {
      title: 'In the browser',
      about: '`error.code` of a session that is `failed`.',
      rows: browserFailures,
      hasSections: true,
      causes: new Map([...own, ...causesOf(errors, 'ProviderErrorCode')]),
      person: name => personAction(name as keyof typeof browserFailures),
    },
    {
      title: 'Between your endpoint and the database',
      about:
        '`error.problem.code` of an [exchange_failed](#exchange_failed), and `problem` of events.',
      rows: problems,
      hasSections: true,
      causes: causesOf(`${server}/problems/problem-outcome.ts`, 'ProblemCode'),
      person: name => {
        const { status } = problemOutcome(name as ProblemCode)
        return personAction('exchange_failed', { status, problem: { code: name } })
      },
    },
    {
      title: 'Refused by your endpoint',
      about:
        '`reason` of the events `exchange_refused`, `session_refused` and `request_refused`; the browser sees the status alone.',
      rows: refusals,
      hasSections: false,
      causes: causesOf(`${server}/problems/refusal.ts`, 'RefusalReason'),
      person: name => personAction('exchange_failed', { status: statuses.get(name) }),
    },
    {
      title: 'In the token vault',
      about: '`code` of a `VaultError`.',
      rows: vaultErrors,
      hasSections: true,
      causes: causesOf(`${server}/vault/vault-error.ts`, 'VaultErrorCode'),
      person: name => vaultActions[name as keyof typeof vaultActions],
    },
    {
      title: 'In the events of the server',
      about: '`type` of what `onEvent` gets, where something is wrong.',
      rows: serverEvents,
      hasSections: false,
      causes: new Map(failing),
    },
  ]
}
