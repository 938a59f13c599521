'use client'
// What a person is told before they connect, in words.

import { useContext, useId } from 'react'
import type { Scope } from 'smartcar-connect'
import { useConnectDefaults } from '../connect/connect-defaults.ts'
import { enIntro, enScope } from '../locales/en.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { type PermissionGroup, permissionGroups } from '../scope-picker/permission-groups.ts'

/** Options of `useConnectIntro`. */
export type ConnectIntroOptions = {
  /**
   * What the connection asks for. Give it where the page does not know: with a `backend` the server
   * decides, by `scope` of `createConnectBackend`, and a connection made outside has options of its own.
   * It is only told, so it has to be the same there.
   *
   * @default the `scope` of the options that the card is given, or of the provider above; without one no
   *   permissions are told
   */
  scope?: readonly Scope[] | undefined
  /** The words to use. @default those of the provider above, else English */
  labels?: Pick<Labels, 'language' | 'intro' | 'scope'> | undefined
}

/** What to tell, and the props to spread. */
export type ConnectIntroState = {
  /** The heading, unless the app has one of its own. */
  title: string
  /** What is asked for, in words: what is seen, and what is done. */
  permissions: readonly PermissionGroup[]
  /** Marks a permission that a person may refuse. */
  optional: string
  /** Why a person can trust it: a short sentence each. */
  trust: readonly string[]
  /** For the element around it all. */
  regionProps: { 'aria-labelledby': string }
  /** For the heading. */
  titleProps: { id: string }
}

const english = { language: 'en', intro: enIntro, scope: enScope }

/**
 * The words of the card before connecting, for a card of your own.
 *
 * @returns what to tell, and the props to spread
 *
 * @example
 * const { permissions, trust } = useConnectIntro({ scope: ['required:read_odometer'] })
 */
export function useConnectIntro({ scope, labels }: ConnectIntroOptions = {}): ConnectIntroState {
  const contextLabels = useContext(LabelsContext)
  const defaults = useConnectDefaults()
  const words = labels ?? contextLabels ?? english
  const { title, optional, trust } = words.intro
  const id = useId()
  return {
    title,
    permissions: permissionGroups(scope ?? defaults.scope ?? [], words.intro, words),
    optional,
    trust: [trust.signIn, trust.password, trust.disconnect],
    regionProps: { 'aria-labelledby': id },
    titleProps: { id },
  }
}
