'use client'
// A button that disconnects a car, and the question that takes its place.

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type KeyboardEvent,
  type ReactNode,
  type RefAttributes,
  useContext,
  useImperativeHandle,
} from 'react'
import { enCar } from '../locales/en.ts'
import { LabelsContext } from '../locales/labels.ts'
import { type DisconnectOptions, useDisconnect } from './use-disconnect.ts'

/**
 * Options of `useDisconnect`, and whatever a native `<div>` takes: the element around the button, and
 * around the question that takes its place.
 */
export type DisconnectButtonProps = DisconnectOptions &
  Omit<ComponentPropsWithoutRef<'div'>, 'children'> & {
    /**
     * What the button says. Its name for assistive technology has the car, too.
     *
     * @default the word of the provider's language, in English 'Disconnect'
     */
    children?: ReactNode
    /**
     * `quiet` in rows and menus. Shows as `data-variant` of the button. There is no `primary`, as it is
     * never the main action of a page.
     *
     * @default 'secondary'
     */
    variant?: 'secondary' | 'quiet' | undefined
    /** 44 pixels high, or 36 where people use a mouse all day. Shows as `data-size`. @default 'regular' */
    size?: 'regular' | 'compact' | undefined
  }

/**
 * Disconnects a car after a question in place: nothing opens over the page, and what is above does not
 * move. Failures are told in a live region; the question stays for another try. Native props, such as
 * `className`, and the ref are of the `<div>` around both.
 *
 * @throws {TypeError} with neither `onDisconnect` nor a backend
 *
 * @example
 * <DisconnectButton car={car} onDisconnect={disconnect} />
 */
export const DisconnectButton: ForwardRefExoticComponent<
  DisconnectButtonProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, DisconnectButtonProps>(
  function DisconnectButton(props, ref) {
    const { car, onDisconnect, onDisconnected, backend, labels, ...other } = props
    const { children, variant, size, ...native } = other
    const contextLabels = useContext(LabelsContext)
    const words = (labels ?? contextLabels)?.car ?? enCar
    const state = useDisconnect({ car, onDisconnect, onDisconnected, backend, labels })
    const { rootProps } = state
    const root = rootProps.ref
    useImperativeHandle(ref, () => root.current as HTMLDivElement, [root])
    const keys = {
      onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
        native.onKeyDown?.(event)
        rootProps.onKeyDown(event)
      },
    }

    return (
      <div {...rootProps} {...native} {...keys} ref={root} data-sc="disconnect">
        {state.status === 'idle' && (
          <button {...state.triggerProps} data-variant={variant} data-size={size}>
            {children ?? words.disconnect}
          </button>
        )}
        {state.isAsking && (
          <div {...state.questionProps} data-sc="question">
            <p {...state.titleProps} data-sc="title">
              {state.question}
            </p>
            <p {...state.consequenceProps} data-sc="note">
              {state.consequence}
            </p>
            <div data-sc="actions">
              <button {...state.keepProps}>{words.keep}</button>
              <button {...state.confirmProps} data-sc="confirm">
                {words.confirm}
              </button>
            </div>
          </div>
        )}
        {state.status !== 'idle' && (
          <p {...state.messageProps} data-sc="message">
            {state.message}
          </p>
        )}
      </div>
    )
  },
)
