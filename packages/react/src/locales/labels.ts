// Which words the components need: one language is one value of the type `Labels`.

import { type Context, createContext } from 'react'
import type { ConnectErrorCode, PermissionName, Session } from 'smartcar-connect'

/** A sentence for each way of counting that the language has; `{count}` is where the number goes. */
export type PluralForms = { one?: string; few?: string; many?: string; other: string }

/** What `ConnectButton` and `ConnectStatus` say. */
export type ConnectLabels = {
  /** On the button, unless it has children. */
  button: string
  /** Told to assistive technology beside the button's name. */
  opensWindow: string
  waiting: { open: string; lost: string }
  exchanging: string
  connected: string
  redirecting: string
  cancelled: { [reason in Extract<Session, { status: 'cancelled' }>['reason']]: string }
  failed: { [code in ConnectErrorCode]: string }
  actions: { show: string; cancel: string; retry: string; here: string }
}

/** A permission's title, of a few words, and one line about it. */
export type PermissionLabels = { title: string; description: string }

/** What `ScopePicker` says. */
export type ScopeLabels = {
  search: string
  /** How many permissions match the search. */
  matches: PluralForms
  /** The name of the row of presets. */
  presets: string
  insurance: string
  energy: string
  carSharing: string
  roadside: string
  read: PermissionLabels
  control: PermissionLabels
  /** On the box that makes a permission required. */
  required: string
  /** Beside a permission that cannot be taken away. */
  locked: string
  /** Stands for the description of a permission that this version does not know. */
  unknown: string
  /** Sentences of the summary; `{list}` is where the titles go. */
  asksToRead: PluralForms
  asksToControl: PluralForms
  insists: string
  asksNothing: string
  permissions: { [name in PermissionName]: PermissionLabels }
}

/** What `BrandPicker` says. */
export type BrandLabels = {
  search: string
  /** How many brands match the search. */
  matches: PluralForms
  /** The name of the list. */
  brand: string
  /** Chosen when the person is to choose at Smartcar. */
  any: string
  /** Beside a brand that cannot be connected in a web page. */
  appOnly: string
}

/** All the words of one language. Texts only, so that a server component can hand them on. */
export type Labels = {
  /** For `Intl` and the `lang` attribute. @see BCP 47 */
  language: string
  connect: ConnectLabels
  scope: ScopeLabels
  brand: BrandLabels
}

/** The words given by the provider above, if any; without them it is English. */
export const LabelsContext: Context<Labels | undefined> = /* @__PURE__ */ createContext<
  Labels | undefined
>(undefined)
