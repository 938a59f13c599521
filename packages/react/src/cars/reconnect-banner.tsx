'use client'
// Asks a person to sign in again: once for each account, whichever cars it has.

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useContext,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { type ConnectOptions, createConnect } from 'smartcar-connect'
import { useConnectDefaults } from '../connect/connect-defaults.ts'
import { useFocusAfterPress } from '../connect/use-focus-after-press.ts'
import { enCar, enConnect } from '../locales/en.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { carsToReconnect, type ReconnectCar } from './cars-to-reconnect.ts'
import { ReconnectRow } from './reconnect-row.tsx'
import type { ReconnectOptions } from './use-reconnect.ts'
import { useReconnectAccounts } from './use-reconnect-accounts.ts'

/** The cars, options of `useReconnect`, and whatever a native `<div>` takes. */
export type ReconnectBannerProps = Pick<ReconnectOptions, 'connect' | 'onSignedIn'> &
  Omit<ComponentPropsWithoutRef<'div'>, 'children'> & {
    /** All cars of the person; those with `state: 'needs_reauth'` are asked for. */
    cars: readonly ReconnectCar[]
    /** The words to use. @default those of the provider above, else English */
    labels?: Pick<Labels, 'language' | 'car' | 'connect'> | undefined
  }

const english = { language: 'en', car: enCar, connect: enConnect }

/**
 * Asks a person to sign in again where a carmaker wants it: one button for each brand, as all cars of
 * an account come back together. Empty, but present, until a car asks for it, so that the first words
 * are announced as well. That the person is signed in again is said until the next button is pressed or
 * another car asks.
 *
 * @throws {TypeError} without options of a connection, and for those that cannot work
 *
 * @example
 * const { cars } = useConnectedCars()
 * return <ReconnectBanner cars={cars} />
 */
export const ReconnectBanner: ForwardRefExoticComponent<
  ReconnectBannerProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, ReconnectBannerProps>(
  function ReconnectBanner(props, ref) {
    const { cars, connect, onSignedIn, labels, ...native } = props
    const contextLabels = useContext(LabelsContext)
    const words = labels ?? contextLabels ?? english
    const { connect: fake, ...defaults } = useConnectDefaults()
    // Never opened: what is wrong with the options shows on the first render, not when a car first asks.
    useState(() => fake ?? createConnect({ ...defaults, ...connect } as ConnectOptions))
    const accounts = useReconnectAccounts(cars)
    const asking = carsToReconnect(cars).map(({ key }) => key)
    const [last, setLast] = useState({ asking, isSignedIn: false })
    const isSignedIn = last.isSignedIn && asking.every(key => last.asking.includes(key))
    // An account that stopped asking and asks again is a new one.
    if (String(asking) !== String(last.asking)) setLast({ asking, isSignedIn })
    const root = useRef<HTMLDivElement>(null)
    const notePress = useFocusAfterPress(root)
    useImperativeHandle(ref, () => root.current as HTMLDivElement, [])

    function setSignedIn(isSo: boolean) {
      setLast(before => ({ ...before, isSignedIn: isSo }))
    }

    return (
      <div tabIndex={-1} {...native} ref={root} data-sc="reconnect">
        {accounts.map(account => (
          <ReconnectRow
            key={account.key}
            account={account}
            connect={connect}
            labels={words}
            onPress={() => {
              notePress()
              setSignedIn(false)
            }}
            onFocusLoss={notePress}
            onSignedIn={data => {
              setSignedIn(true)
              return onSignedIn?.(data)
            }}
          />
        ))}
        <p role="status" data-sc="note">
          {isSignedIn && words.car.signedIn}
        </p>
      </div>
    )
  },
)
