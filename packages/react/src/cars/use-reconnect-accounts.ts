'use client'
// The accounts to sign in to again, each of which stays until its session has ended.

import { useState } from 'react'
import { carsToReconnect, type ReconnectAccount, type ReconnectCar } from './cars-to-reconnect.ts'

/**
 * The accounts to sign in to again, for a component with `useReconnect` each. An update may say that all
 * is well before the answer to the sign-in has come. The account stays until then: a component that goes
 * away cancels its session, and `onSignedIn` would not be called.
 *
 * @param cars all cars of the person
 * @returns the accounts that ask, and after them those that only wait for the end of their session
 *
 * @example
 * useReconnectAccounts(cars).map(account => <SignIn key={account.key} account={account} />)
 */
export function useReconnectAccounts(cars: readonly ReconnectCar[]): readonly ReconnectAccount[] {
  const [busy, setBusy] = useState<readonly ReconnectAccount[]>([])
  const asking = carsToReconnect(cars)
  const kept = busy.filter(({ key }) => asking.every(account => account.key !== key))

  return [...asking, ...kept].map(account => ({
    ...account,
    onBusy: isBusy =>
      setBusy(before => {
        const others = before.filter(({ key }) => key !== account.key)
        return isBusy ? [...others, account] : others
      }),
  }))
}
