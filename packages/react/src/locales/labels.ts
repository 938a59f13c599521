// Which words the components need: one language is one value of the type `Labels`.

import { type Context, createContext } from 'react'
import type {
  CancelReason,
  ConnectErrorCode,
  PermissionName,
  PermissionTopic,
} from 'smartcar-connect'

/**
 * One sentence in each plural form that the language has. `{count}` stands for the number.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Intl/PluralRules
 */
export type PluralForms = {
  /** For none, in languages that have this form, such as Arabic. @default `other` */
  zero?: string
  /** For one, as in “1 brand matches”, also in languages without plural forms. @default `other` */
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
  /** On the button after a car was connected, unless it has children: for one more car. */
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
  /** After `exchange_failed`, where the person gave access and the backend could not save it. */
  notSaved: string
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
    /** Opens Connect again, for a car that can be connected, instead of one that is not supported. */
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
  /** Beside a permission that tells or does more than most: where somebody is, who they are, how the car opens. */
  sensitive: string
  /** The names of the topics that a long list is sorted into; `other` is for what this version does not know. */
  topics: { [topic in PermissionTopic | 'other']: string }
  /** Beside a topic: how many of its permissions are chosen; `{count}` and `{total}` are the numbers. */
  chosenOf: string
  /** How much is read, in the one line that always stays in view. */
  toSee: PluralForms
  /** How much is controlled, in the same line. */
  toDo: PluralForms
  /** Told to assistive technology after a preset; `{preset}` is its title, `{line}` that one line. */
  presetChosen: string
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
  /** The entry that leaves the choice to the provider's own window. */
  any: string
  /** Below it: for whom that entry is. */
  anyHint: string
  /** The name of the group of popular brands. */
  popular: string
  /** The name of the group of all brands that are not among the popular ones. */
  others: string
  /** In the list when nothing matches the search; `{query}` stands for what was typed. */
  noMatch: string
  /** In the list when the search fits brands that only Smartcar's window offers; `{list}` stands for them. */
  elsewhere: string
  /** On the button that empties the search. */
  showAll: string
  /** Beside a brand that cannot be connected in a web page. */
  appOnly: string
}

/** What `ConnectIntro` says. */
export type IntroLabels = {
  /** The heading. */
  title: string
  /** Above the permissions to read. */
  read: string
  /** Above the permissions to control. */
  control: string
  /** Beside a permission that a person may refuse, where others are required. */
  optional: string
  /** Why nothing bad can happen: one short sentence each. */
  trust: {
    /** Where the person signs in. */
    signIn: string
    /** Who sees the password. */
    password: string
    /** How it can be ended. */
    disconnect: string
  }
}

/**
 * What `ConnectedCar`, `DisconnectButton` and `ReconnectBanner` say. `{car}` stands for a car's name,
 * such as “Kia EV6 2023”; `{list}` for several of them.
 */
export type CarLabels = {
  /**
   * Stands for the name of a car that the provider has told no name of. As inside a sentence: at the
   * beginning of one, and alone, it gets a capital letter.
   */
  unnamed: string
  /** When it was connected. `{date}` stands for the day. */
  connected: string
  /** Describes the car; `{vin}` stands for its vehicle identification number. */
  vin: string
  /** How many permissions the person granted; a click shows which. */
  allowed: PluralForms
  /** Above the granted permissions to read. */
  read: string
  /** Above the granted permissions to control. */
  control: string
  /** On a car that the person has to sign in to again. */
  needsReauth: string
  /** On the button that asks whether to disconnect. */
  disconnect: string
  /** The same with the car, for assistive technology. It contains `disconnect` as it is. */
  disconnectCar: string
  /** The question before a car is disconnected. */
  question: string
  /** What follows from disconnecting. */
  consequence: string
  /** On the button that disconnects. */
  confirm: string
  /** On the button that does not. */
  keep: string
  /** While a car is being disconnected. */
  disconnecting: string
  /** When that is done. */
  disconnected: string
  /** When that failed. */
  failed: string
  /** Which cars to sign in to again. */
  reconnect: PluralForms
  /** Why that is necessary. */
  reconnectReason: string
  /** On the button that opens Connect for it. */
  signInAgain: string
  /** The same with the name of the brand, which `{make}` stands for. */
  signInAgainWith: string
  /** When that is done. */
  signedIn: string
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
  /** The words of `ConnectIntro`. */
  intro: IntroLabels
  /** The words of `ConnectedCar`, `DisconnectButton` and `ReconnectBanner`. */
  car: CarLabels
}

/** The words of the provider above; `undefined` where there is none, and then they are English. */
export const LabelsContext: Context<Labels | undefined> = /* @__PURE__ */ createContext<
  Labels | undefined
>(undefined)
