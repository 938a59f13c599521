// Permissions as types, from the catalogues of signals and commands.

import type { CommandName, commandCatalogue } from './command-catalogue.ts'
import type { KnownSignalCode, signalCatalogue } from './signal-catalogue.ts'

/** A permission that a signal or a command of the catalogues needs. */
type KnownPermission =
  | (typeof signalCatalogue)[KnownSignalCode]['permission']
  | (typeof commandCatalogue)[CommandName]['permission']

/** A permission, such as `read_odometer`. Any text is one; those of the catalogues are suggested. */
export type Permission = KnownPermission | (string & {})

/** A permission that is asked for. With `required:` in front, nobody can connect without granting it. */
export type Scope = Permission | `required:${KnownPermission}`
