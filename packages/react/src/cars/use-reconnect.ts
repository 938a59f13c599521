'use client'
// Signs in again to the cars of one account.

import { useContext, useEffect, useRef } from 'react'
import type { ConnectOptions, Session } from 'smartcar-connect'
import { type UseSmartcarConnect, useSmartcarConnect } from '../connect/use-smartcar-connect.ts'
import { enCar } from '../locales/en.ts'
import { isolate } from '../locales/isolate.ts'
import { LabelsContext } from '../locales/labels.ts'
import { fill, list as listed, plural } from '../locales/plural.ts'
import { type CarWords, carNames } from './car-sentence.ts'
import type { ReconnectAccount } from './cars-to-reconnect.ts'
import { useCarsSource } from './use-connected-cars.ts'

/** Options of `useReconnect`. */
export type ReconnectOptions<T = unknown> = {
  /**
   * The cars: one of what `useReconnectAccounts` returns, so that the component stays until the session
   * has ended.
   */
  account: ReconnectAccount
  /** Options of a connection, which add to those of the provider above. @default those alone */
  connect?: Partial<ConnectOptions<T>> | undefined
  /**
   * Called when the person has signed in, with what the backend answered. Load the cars there, unless
   * they are those of `useConnectedCars`, which loads them itself. While a promise of it is pending,
   * the session stays `connected`.
   *
   * @default nothing is called
   */
  onSignedIn?: ((data: T) => unknown) | undefined
  /** The words to use. @default those of the provider above, else English */
  labels?: CarWords | undefined
}

/** The session, its actions and `buttonProps`, and the words. */
export type ReconnectState<T = unknown> = UseSmartcarConnect<T> & {
  /** Which cars it is about. */
  sentence: string
  /** What the button says. */
  buttonLabel: string
}

const english: CarWords = { language: 'en', car: enCar }

/**
 * A connection that opens Connect for a new sign-in. The backend starts it, whatever the page says: only
 * then can it ask Smartcar whether the person really signed in.
 *
 * @returns the session, its actions and `buttonProps`, and the words
 * @throws {TypeError} without options of a connection, and for those that cannot work
 *
 * @example
 * const { sentence, buttonLabel, buttonProps } = useReconnect({ account })
 * return <p>{sentence} <button {...buttonProps}>{buttonLabel}</button></p>
 */
export function useReconnect<T = unknown>(options: ReconnectOptions<T>): ReconnectState<T> {
  const { account, connect = {}, onSignedIn, labels } = options
  const { brand, cars } = account
  const contextLabels = useContext(LabelsContext)
  const words = labels ?? contextLabels ?? english
  const list = useCarsSource({ backend: connect.backend, appUser: connect.appUser })
  const session = useSmartcarConnect<T>({
    ...connect,
    vehicleId: cars[0].id,
    async onSuccess(data, grant) {
      // A callback of the app that throws does not keep the others from being called.
      const calls = [
        () => list?.reload(),
        () => connect.onSuccess?.(data, grant),
        () => onSignedIn?.(data),
      ]
      try {
        await Promise.all(calls.map(async call => call()))
      } finally {
        // Another car of the brand may be of another account.
        session.reset()
      }
    },
  } as Partial<ConnectOptions<T>>)
  useBusyAccount(account, session.status)
  const { language, car } = words
  const names = carNames(cars, words)
  return {
    ...session,
    sentence: plural(language, car.reconnect, names.length, { list: listed(language, names) }),
    buttonLabel: brand
      ? fill(car.signInAgainWith, { make: isolate(language, brand) })
      : car.signInAgain,
  }
}

const busy: readonly Session['status'][] = ['preparing', 'waiting', 'exchanging']

// Tells those who keep the account when a session for it begins and when that has ended.
function useBusyAccount({ onBusy }: ReconnectAccount, status: Session['status']): void {
  const isBusy = busy.includes(status)
  const latest = useRef(onBusy)
  useEffect(() => {
    latest.current = onBusy
  })
  useEffect(() => {
    if (!isBusy) return
    latest.current?.(true)
    return () => latest.current?.(false)
  }, [isBusy])
}
