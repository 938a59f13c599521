// Which words the components need: one language is one value of the type `Labels`.

import { type Context, createContext } from 'react'
import type { CancelReason, ConnectErrorCode, PermissionName } from 'smartcar-connect'

/**
 * One sentence in each plural form that the language has. `{count}` stands for the number.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Intl/PluralRules
 */
export type PluralForms = {
  /** For none, in languages that have this form, such as Arabic. @default `other` */
  zero?: string
  /** For one, as in “1 brand matches”. @default `other` */
  one?: string
  /** For two, in languages that have this form, such as Arabic. @default `other` */
  two?: string
  /** For a few, in languages that have this form, such as Polish. @default `other` */
  few?: string
  /** For many, in languages that have this form, such as Polish. @default `other` */
  many?: string
  /** For every other number. */
  other: string
}

/** What `ConnectButton` and `ConnectStatus` say. */
export type ConnectLabels = {
  /** On the button, unless it has children. */
  button: string
  /** On the button after a car was connected, unless it has children. */
  another: string
  /** Told to assistive technology beside the button's name. */
  opensWindow: string
  /** After the click, while the server makes a session. */
  preparing: string
  /** While the person is in the popup. */
  waiting: {
    /** The popup can be seen. */
    open: string
    /** The popup looks closed, but may still be open. */
    lost: string
  }
  /** While the backend gets the grant. */
  exchanging: string
  /** When that takes longer than a moment, as for a car that the provider does not list yet. */
  stillExchanging: string
  /** How many cars are connected now. */
  connected: PluralForms
  /** This tab is leaving for Connect. */
  redirecting: string
  /** Why nothing was connected although nothing failed. */
  cancelled: { [reason in CancelReason]: string }
  /** What failed, in words for the person. */
  failed: { [code in ConnectErrorCode]: string }
  /**
   * After `vehicle_incompatible`, where the vehicle is known; `{car}` stands for make, model and
   * year. `failed.vehicle_incompatible` is said where it is not.
   */
  unsupported: string
  /** On the buttons of the status line. */
  actions: {
    /** Brings the popup to the front. */
    show: string
    /** Ends the session. */
    cancel: string
    /** Sends the same grant again. */
    retry: string
    /** Opens Connect again, for the same car. */
    again: string
    /** Opens Connect again, for a car that can be connected. */
    another: string
    /** Opens Connect in this tab, where there was no popup. */
    here: string
    /** Loads the page anew. */
    reload: string
  }
}

/** What the pickers say about a permission or a group of permissions. */
export type PermissionLabels = {
  /** A few words. */
  title: string
  /** One line. */
  description: string
}

/** What `ScopePicker` says. */
export type ScopeLabels = {
  /** The name of the search. */
  search: string
  /** How many permissions match the search. */
  matches: PluralForms
  /** The name of the row of presets. */
  presets: string
  /** The preset for insurance apps. */
  insurance: string
  /** The preset for energy apps. */
  energy: string
  /** The preset for car sharing apps. */
  carSharing: string
  /** The preset for roadside help apps. */
  roadside: string
  /** The group of permissions to read. */
  read: PermissionLabels
  /** The group of permissions to control. */
  control: PermissionLabels
  /** On the box that makes a permission required. */
  required: string
  /** Beside a permission that cannot be unticked. */
  locked: string
  /** Stands for the description of a permission that this version does not know. */
  unknown: string
  /** The summary of what is read; `{list}` stands for the titles. */
  asksToRead: PluralForms
  /** The summary of what is controlled; `{list}` stands for the titles. */
  asksToControl: PluralForms
  /** The summary of what is required; `{list}` stands for the titles. */
  insists: string
  /** The summary while nothing is chosen. */
  asksNothing: string
  /** Each permission, by its name. */
  permissions: { [name in PermissionName]: PermissionLabels }
}

/** What `BrandPicker` says. */
export type BrandLabels = {
  /** The name of the search. */
  search: string
  /** How many brands match the search. */
  matches: PluralForms
  /** The name of the list. */
  brand: string
  /** The entry that lets the person choose in Connect. */
  any: string
  /** Beside a brand that cannot be connected in a web page. */
  appOnly: string
}

/** All the words of one language. Texts only, so that a server component can pass them on. */
export type Labels = {
  /**
   * The language tag, for `Intl` and for the `lang` attribute.
   *
   * @see https://www.rfc-editor.org/info/bcp47
   */
  language: string
  /** The words of `ConnectButton` and `ConnectStatus`. */
  connect: ConnectLabels
  /** The words of `ScopePicker`. */
  scope: ScopeLabels
  /** The words of `BrandPicker`. */
  brand: BrandLabels
}

/** The words of the provider above; `undefined` where there is none, and then they are English. */
export const LabelsContext: Context<Labels | undefined> = /* @__PURE__ */ createContext<
  Labels | undefined
>(undefined)
