'use client'
// One connected car in words, and the props of the elements that show it.

import { useContext, useId, useMemo, useSyncExternalStore } from 'react'
import { enCar, enScope } from '../locales/en.ts'
import { regionalTag } from '../locales/formats.ts'
import { isolate } from '../locales/isolate.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { fill, plural } from '../locales/plural.ts'
import { type PermissionGroup, permissionGroups } from '../scope-picker/permission-groups.ts'
import { brandName, carName, type NamedCar } from './car-name.ts'
import { carSentence } from './car-sentence.ts'

/** What is known about a car: an entry of `useConnectedCars`, or data of your own. */
export type CarDetails = NamedCar & {
  /** `'needs_reauth'` when the person has to sign in to it again. @default 'connected' */
  readonly state?: 'connected' | 'needs_reauth' | undefined
  /**
   * When it was connected: a date, or its text. Of a text without a time, such as `'2026-05-04'`, the day
   * is the same in every time zone.
   *
   * @default not shown
   */
  readonly connectedAt?: Date | string | undefined
  /** The permissions that were granted. @default not shown */
  readonly permissions?: readonly string[] | undefined
  /** Its vehicle identification number. @default not shown */
  readonly vin?: string | undefined
}

/** Options of `useConnectedCar`. */
export type ConnectedCarOptions = {
  /** The car. */
  car: CarDetails
  /** The words to use. @default those of the provider above, else English */
  labels?: Pick<Labels, 'language' | 'car' | 'scope'> | undefined
}

/** What to show of a car, and the props to spread. */
export type ConnectedCarState = {
  /** Brand and model, without the year; the language’s word for a car that has neither. */
  name: string
  /** The model year; `''` where it is not known. */
  year: string
  /** For the tile: the first letter or digit of the name. */
  initial: string
  /** Whether the person has to sign in to it again. */
  needsReauth: boolean
  /** When it was connected; `undefined` where that is not known. */
  connected:
    | {
        /** The sentence in front of the date, and behind it. */
        around: readonly [before: string, after: string]
        /**
         * The day, as the language writes it, in the time zone of the page. What a server renders has the
         * day in UTC, and React puts the page's in its place.
         */
        date: string
        /** For the `<time>` around the date. */
        timeProps: { dateTime: string; suppressHydrationWarning: true }
      }
    | undefined
  /** What the person allowed; `undefined` where that is not known. */
  allowed:
    | {
        /** How many permissions these are, in words. */
        summary: string
        /** The permissions. */
        groups: readonly PermissionGroup[]
      }
    | undefined
  /** The vehicle identification number with its name; `''` without one. */
  vin: string
  /** For the element around the car. It takes the focus where a car beside it was disconnected. */
  cardProps: {
    'aria-labelledby': string
    /** The number, which is told after the name and not in it. */
    'aria-describedby': string | undefined
    'data-state': 'connected' | 'needs_reauth'
    tabIndex: -1
  }
  /** For the element with the name. */
  nameProps: { id: string }
  /** For the element with the vehicle identification number. */
  vinProps: { id: string }
}

const english = { language: 'en', car: enCar, scope: enScope }

/**
 * One connected car in a card of your own.
 *
 * @returns what to show, and the props to spread
 *
 * @example
 * const { name, year, cardProps, nameProps } = useConnectedCar({ car })
 * return <article {...cardProps}><h3 {...nameProps}>{name} {year}</h3></article>
 */
export function useConnectedCar({ car, labels }: ConnectedCarOptions): ConnectedCarState {
  const contextLabels = useContext(LabelsContext)
  const words = labels ?? contextLabels ?? english
  const { make, model, year, connectedAt, permissions, vin } = car
  const id = useId()
  const unnamed = carSentence('{car}', {}, words)
  const name = carName({ make, model }) || unnamed
  const date = dateOf(connectedAt)
  const time = date?.getTime()
  const isDayOnly = typeof connectedAt === 'string' && dayOnly.test(connectedAt)
  const { language } = words
  const isOnServer = useSyncExternalStore(
    watchNothing,
    () => false,
    () => true,
  )
  const day = useMemo(
    () =>
      time !== undefined &&
      new Intl.DateTimeFormat(regionalTag(language), {
        dateStyle: 'long',
        // The server does not know the time zone of the page.
        timeZone: isOnServer || isDayOnly ? 'UTC' : undefined,
      }).format(time),
    [time, language, isOnServer, isDayOnly],
  )
  const [before = '', after = ''] = words.car.connected.split('{date}')
  const vinId = `${id}vin`
  // Whatever else plain data may say, a car that is shown is connected.
  const state = car.state === 'needs_reauth' ? car.state : 'connected'
  const groups = permissions && permissionGroups(permissions, words.car, words)
  return {
    name,
    year: year ? String(year) : '',
    initial: initialOf([make ? brandName(make) : '', name, unnamed].join(' '), language),
    needsReauth: state === 'needs_reauth',
    connected:
      date && day
        ? {
            around: [before, after],
            date: day,
            // The server may have another edition of how languages write a day.
            timeProps: {
              dateTime: isDayOnly ? connectedAt : date.toISOString(),
              suppressHydrationWarning: true,
            },
          }
        : undefined,
    allowed: groups && {
      summary: plural(language, words.car.allowed, groups.flatMap(({ items }) => items).length),
      groups,
    },
    vin: vin ? fill(words.car.vin, { vin: isolate(language, vin) }) : '',
    cardProps: {
      'aria-labelledby': id,
      'aria-describedby': vin ? vinId : undefined,
      'data-state': state,
      tabIndex: -1,
    },
    nameProps: { id },
    vinProps: { id: vinId },
  }
}

function watchNothing(): () => void {
  return () => {}
}

// `Date` takes such a text for the beginning of the day in UTC.
const dayOnly = /^\d{4}-\d\d-\d\d$/

// Nothing, and zero in whatever form, are no date: no car was connected before 1970.
function dateOf(value: Date | string | undefined): Date | undefined {
  const date = value ? new Date(value) : undefined
  return date && date.getTime() > 0 ? date : undefined
}

// With its marks. A name may begin with a sign, or be nothing else.
function initialOf(text: string, language: string): string {
  return /[\p{L}\p{N}]\p{M}*/u.exec(text)?.[0].toLocaleUpperCase(language) ?? ''
}
