// Every text on the Connect pages, as one language provides it.

import type { PermissionName } from '../world/permissions.ts'

/** The texts of one language. Functions insert the name of an application or a brand. */
export type Words = {
  /** The language tag of the pages (BCP 47). */
  readonly language: string
  /** The direction in which it is written. */
  readonly direction: 'ltr' | 'rtl'
  /** Above every page: that nothing is real. */
  readonly simulatorNote: string
  /** Which step of how many this is. */
  readonly step: (number: number, of: number) => string
  /** The heading of the brands. */
  readonly brandTitle: string
  /** Who wants to connect. */
  readonly brandIntro: (application: string) => string
  /** What Smartcar does, on the card before the brands. */
  readonly introHow: (application: string) => string
  /** The button that puts the card away. */
  readonly introContinue: string
  /** The label of the search field. */
  readonly searchLabel: string
  /** The button of the search. */
  readonly search: string
  /** No brand has what was searched for in its name. */
  readonly noBrand: (query: string) => string
  /** The link from a search back to all brands. */
  readonly showAll: string
  /** Names the links to the brands of some letters. */
  readonly jump: string
  /** The link from the sign-in back to the brands. */
  readonly anotherBrand: string
  /** The heading for a brand that connects only in a mobile app. */
  readonly noWebTitle: (brand: string) => string
  /** The sentence below it. */
  readonly noWebBody: string
  /** The heading of the sign-in. */
  readonly signInTitle: (brand: string) => string
  /** That any email and password work. */
  readonly signInNote: string
  /** The label of the email field. */
  readonly email: string
  /** The label of the password field. */
  readonly password: string
  /** The button of the sign-in. */
  readonly signIn: string
  /** The email or the password is missing. */
  readonly signInMissing: string
  /** The heading of the extra page of the car maker. */
  readonly carMakerTitle: (brand: string) => string
  /** The sentence below it. */
  readonly carMakerBody: string
  /** The button there. */
  readonly carMakerContinue: string
  /** The question of the last page. */
  readonly reviewTitle: (application: string) => string
  /** Above the vehicles, where several may be chosen. */
  readonly vehicles: string
  /** Above the vehicles, where one may be chosen. */
  readonly chooseOne: string
  /** Before the number of a vehicle, as short as people write it. */
  readonly vin: string
  /** No vehicle was chosen. */
  readonly noVehicleChosen: string
  /** No permission was left ticked. */
  readonly noPermissionChosen: string
  /** The heading when the account lacks the wanted vehicle. */
  readonly noMatchTitle: string
  /** The sentence below it. */
  readonly noMatchBody: (vin: string) => string
  /** The link from there back to the sign-in. */
  readonly anotherAccount: string
  /** Above the permissions. */
  readonly permissionsTitle: (application: string) => string
  /** Behind a permission that cannot be declined. */
  readonly required: string
  /** The button that grants access. */
  readonly allow: string
  /** The button that declines. */
  readonly deny: string
  /** The button at the top that leads back to the application. */
  readonly back: string
  /** The heading for a car that is not supported. */
  readonly incompatibleTitle: string
  /** The sentence below it. */
  readonly incompatibleBody: (application: string) => string
  /** The button that shares the car with the application. */
  readonly shareDetails: string
  /** The button that does not. */
  readonly keepDetails: string
  /** The heading for a request that is wrong. */
  readonly problemTitle: string
  /** The sentence below it. */
  readonly problemBody: string
  /** Above what is wrong, in English. */
  readonly problemDetails: string
  /** The heading for an attempt that has ended. */
  readonly endedTitle: string
  /** The sentence below it. */
  readonly endedBody: string
  /** The heading of the hosted redirect page. */
  readonly doneTitle: string
  /** The sentence below it. */
  readonly doneBody: string
  /** What each permission allows. */
  readonly permissions: Readonly<Record<PermissionName, string>>
}
