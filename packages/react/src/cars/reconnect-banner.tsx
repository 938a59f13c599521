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
import { useFocusAfterPress } from '../connect/use-focus-after-press.ts'
import { enCar, enConnect } from '../locales/en.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { carsToReconnect, type ReconnectAccount, type ReconnectCar } from './cars-to-reconnect.ts'
import { ReconnectRow } from './reconnect-row.tsx'
import type { ReconnectOptions } from './use-reconnect.ts'

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
 * an account come back together. Empty, but present, while no car asks for it, so that the first words
 * are announced as well.
 *
 * @throws {TypeError} without options of a connection, once a car asks for it
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
    // An update may say that all is well before the sign-in has ended, and must not cut it off.
    const [busy, setBusy] = useState<readonly ReconnectAccount[]>([])
    const [isSignedIn, setSignedIn] = useState(false)
    const root = useRef<HTMLDivElement>(null)
    const notePress = useFocusAfterPress(root)
    useImperativeHandle(ref, () => root.current as HTMLDivElement)
    const asking = carsToReconnect(cars)
    const kept = busy.filter(({ key }) => asking.every(account => account.key !== key))
    const accounts = [...asking, ...kept]

    function changeBusy(account: ReconnectAccount, isBusy: boolean) {
      if (isBusy) setSignedIn(false)
      setBusy(before => {
        const others = before.filter(({ key }) => key !== account.key)
        return isBusy ? [...others, account] : others
      })
    }

    return (
      <div tabIndex={-1} {...native} ref={root} data-sc="reconnect">
        {accounts.map(account => (
          <ReconnectRow
            key={account.key}
            account={account}
            connect={connect}
            labels={words}
            onPress={notePress}
            onBusy={isBusy => changeBusy(account, isBusy)}
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
