'use client'
// A connected car as a card: what it is, since when, what is shared, and what can be done.

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
  useContext,
  useImperativeHandle,
  useRef,
} from 'react'
import { enCar } from '../locales/en.ts'
import { LabelsContext } from '../locales/labels.ts'
import { PermissionList } from '../scope-picker/permission-list.tsx'
import { type ConnectedCarOptions, useConnectedCar } from './use-connected-car.ts'
import { useFocusAfterCard } from './use-focus-after-card.ts'

/** Options of `useConnectedCar`, and whatever a native `<article>` takes. */
export type ConnectedCarProps = ConnectedCarOptions &
  ComponentPropsWithoutRef<'article'> & {
    /** What the app knows about the car, such as its figures. @default nothing */
    children?: ReactNode
    /** Buttons, such as a `DisconnectButton`. @default none */
    actions?: ReactNode
    /** The level of its heading in the page. @default 3 */
    headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined
  }

/**
 * One connected car. Its name is the heading; its vehicle identification number only describes it, so
 * that nobody has to hear seventeen letters to get past. What the person allowed is folded. When it is
 * taken off a list while it has the focus, the focus goes to the card beside it.
 *
 * @example
 * <ConnectedCar car={car} actions={<DisconnectButton car={car} />}>
 *   <p>48,210 km</p>
 * </ConnectedCar>
 */
export const ConnectedCar: ForwardRefExoticComponent<
  ConnectedCarProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, ConnectedCarProps>(function ConnectedCar(props, ref) {
  const { car, labels, children, actions, headingLevel = 3, ...native } = props
  const contextLabels = useContext(LabelsContext)
  const words = (labels ?? contextLabels)?.car ?? enCar
  const state = useConnectedCar({ car, labels })
  const { connected, allowed } = state
  const Heading = `h${headingLevel}` as const
  const root = useRef<HTMLElement>(null)
  useImperativeHandle(ref, () => root.current as HTMLElement, [])
  useFocusAfterCard(root)

  return (
    <article {...state.cardProps} {...native} data-sc="car" ref={root}>
      <header data-sc="car-head">
        <span data-sc="tile" aria-hidden="true">
          {state.initial}
        </span>
        <div>
          <Heading {...state.nameProps} data-sc="car-name">
            <bdi>{state.name}</bdi> {state.year && <span data-sc="year">{state.year}</span>}
          </Heading>
          {connected && (
            <p data-sc="note">
              {connected.around[0]}
              <time {...connected.timeProps}>{connected.date}</time>
              {connected.around[1]}
            </p>
          )}
          {state.vin && (
            <p {...state.vinProps} data-sc="note">
              {state.vin}
            </p>
          )}
        </div>
      </header>
      {state.needsReauth && <p data-sc="trouble">{words.needsReauth}</p>}
      {children && <div data-sc="content">{children}</div>}
      {allowed && allowed.groups.length > 0 && (
        <details data-sc="allowed">
          <summary>{allowed.summary}</summary>
          <PermissionList groups={allowed.groups} />
        </details>
      )}
      {actions && <footer data-sc="actions">{actions}</footer>}
    </article>
  )
})
