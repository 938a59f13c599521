// Every text on the Connect pages, as one language provides it.
import type { PermissionName } from '../world/permissions.ts'

/** The texts of one language. Functions insert the name of an application or a brand. */
export type Words = {
  /** The language tag of the pages (BCP 47). */
  readonly language: string
  readonly simulatorNote: string
  readonly step: (number: number, of: number) => string
  readonly brandTitle: string
  readonly brandIntro: (application: string) => string
  readonly searchLabel: string
  readonly search: string
  readonly noBrand: (query: string) => string
  readonly showAll: string
  readonly anotherBrand: string
  readonly noWebTitle: (brand: string) => string
  readonly noWebBody: string
  readonly signInTitle: (brand: string) => string
  readonly signInNote: string
  readonly email: string
  readonly password: string
  readonly signIn: string
  readonly signInMissing: string
  readonly carMakerTitle: (brand: string) => string
  readonly carMakerBody: string
  readonly carMakerContinue: string
  readonly reviewTitle: (application: string) => string
  readonly vehicles: string
  readonly chooseOne: string
  readonly noVehicleChosen: string
  readonly noMatchTitle: string
  readonly noMatchBody: (vin: string) => string
  readonly anotherAccount: string
  readonly permissionsTitle: (application: string) => string
  readonly required: string
  readonly allow: string
  readonly deny: string
  readonly back: string
  readonly incompatibleTitle: string
  readonly incompatibleBody: (application: string) => string
  readonly shareDetails: string
  readonly keepDetails: string
  readonly problemTitle: string
  readonly problemBody: string
  readonly problemDetails: string
  readonly endedTitle: string
  readonly endedBody: string
  readonly doneTitle: string
  readonly doneBody: string
  readonly permissions: Readonly<Record<PermissionName, string>>
}
