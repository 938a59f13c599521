'use client'
// The card before connecting: why, what is asked for, why it is safe, and the button.

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
} from 'react'
import type { ConnectSource } from '../connect/use-connect.ts'
import type { Labels } from '../locales/labels.ts'
import { PermissionList } from '../scope-picker/permission-list.tsx'
import { IntroActions } from './intro-actions.tsx'
import { type ConnectIntroOptions, useConnectIntro } from './use-connect-intro.ts'

/** Options of `useConnectIntro`, and whatever a native `<section>` takes. */
export type ConnectIntroProps = Omit<ConnectIntroOptions, 'labels'> &
  Omit<ComponentPropsWithoutRef<'section'>, 'title'> & {
    /** The heading. @default the words of the provider's language, in English 'Connect your car' */
    title?: ReactNode
    /** Two or three reasons to connect, in the app's own words. @default none */
    reasons?: readonly string[] | undefined
    /** The words to use, also of the button. @default those of the provider above, else English */
    labels?: Pick<Labels, 'language' | 'intro' | 'scope' | 'connect'> | undefined
    /** The level of its heading in the page. @default 2 */
    headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
    /**
     * What the button connects: options, which add to those of the provider above, or a connection made
     * outside of the card, such as a `Connect` or what `useSmartcarConnect` returns.
     *
     * @default the options of the provider above
     */
    connect?: ConnectSource | undefined
    /**
     * In place of the button and the status line; `null` and `false` are nothing in their place.
     *
     * @default a `ConnectButton` and a `ConnectStatus`
     */
    children?: ReactNode
  }

/**
 * Tells a person what they are about to do, before the window opens: the app's reasons, each permission
 * in the words of `ScopePicker`, and what becomes of their password.
 *
 * A session of the card's own is cancelled when the card goes away. One that is shown only while there
 * are no cars gets its `connect` from a component around it, or from `createConnect`: the first car may
 * be in the list, and the card gone, before the session has ended.
 *
 * @throws {TypeError} without children and without options of a connection
 *
 * @example
 * <ConnectIntro reasons={['See your range before you set off.']} scope={['required:read_battery']} connect={{ backend: '/api/smartcar' }} />
 */
export const ConnectIntro: ForwardRefExoticComponent<
  ConnectIntroProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, ConnectIntroProps>(function ConnectIntro(props, ref) {
  const {
    scope,
    labels,
    title,
    reasons = [],
    headingLevel = 2,
    connect,
    children,
    ...native
  } = props
  // A connection made outside has options that are not known here, and takes none of the provider's.
  const asked = connect && ('getSession' in connect ? [] : connect.scope)
  const intro = useConnectIntro({ scope: scope ?? asked, labels })
  const Heading = `h${headingLevel}` as const

  return (
    <section {...intro.regionProps} {...native} data-sc="intro" ref={ref}>
      <Heading {...intro.titleProps} data-sc="intro-title">
        {title ?? intro.title}
      </Heading>
      {reasons.length > 0 && (
        <ul data-sc="reasons">
          {reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {intro.permissions.length > 0 && (
        <PermissionList groups={intro.permissions} optional={intro.optional} />
      )}
      <ul data-sc="trust">
        {intro.trust.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children === undefined ? (
        <IntroActions source={connect ?? {}} labels={labels} />
      ) : (
        <div data-sc="content">{children}</div>
      )}
    </section>
  )
})
