'use client'
// A button that disconnects a car, and the question that takes its place.

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
  useContext,
  useImperativeHandle,
} from 'react'
import { enCar } from '../locales/en.ts'
import { LabelsContext } from '../locales/labels.ts'
import { type DisconnectOptions, useDisconnect } from './use-disconnect.ts'

/** Options of `useDisconnect`, and whatever a native `<div>` takes. */
export type DisconnectButtonProps = DisconnectOptions &
  Omit<ComponentPropsWithoutRef<'div'>, 'children'> & {
    /**
     * What the button says. Its name for assistive technology has the car, too.
     *
     * @default the word of the provider's language, in English 'Disconnect'
     */
    children?: ReactNode
  }

/**
 * Disconnects a car after a question in place: nothing opens over the page, and what is above does not
 * move. Failures are told in a live region; the question stays for another try.
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
    const { car, onDisconnect, onDisconnected, backend, labels, children, ...native } = props
    const contextLabels = useContext(LabelsContext)
    const words = (labels ?? contextLabels)?.car ?? enCar
    const state = useDisconnect({ car, onDisconnect, onDisconnected, backend, labels })
    const { rootProps } = state
    useImperativeHandle(ref, () => rootProps.ref.current as HTMLDivElement)

    return (
      <div {...native} {...rootProps} data-sc="disconnect">
        {state.status === 'idle' && (
          <button {...state.triggerProps}>{children ?? words.disconnect}</button>
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
