'use client'
// A native button that opens Connect.

import {
  type ComponentPropsWithoutRef,
  type FocusEvent,
  forwardRef,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
  useContext,
  useId,
} from 'react'
import { type Connect, type ConnectOptions, isConnectOption } from 'smartcar-connect'
import { LabelsContext } from '../locales/labels.ts'
import { type UseSmartcarConnect, useSmartcarConnect } from './use-smartcar-connect.ts'

/** What a native `<button>` takes. */
type NativeButtonProps = ComponentPropsWithoutRef<'button'>

/**
 * Whatever a native button takes, and where it connects: options of a connection, which add to those
 * of the provider above, or a `connect` made elsewhere. A `connect` has its own options and
 * callbacks, so it takes none here.
 */
export type ConnectButtonProps<T = unknown> = Omit<
  NativeButtonProps,
  keyof ConnectOptions | 'children'
> &
  ButtonWords<T> &
  (
    | (Partial<ConnectOptions<T>> & {
        /** Not beside options of a connection. */
        connect?: undefined
      })
    | ({ [name in keyof ConnectOptions]?: undefined } & {
        /**
         * A connection made elsewhere.
         *
         * @default a connection that the button owns
         */
        connect: Connect<T>
      })
  )

/** What a button says. */
type ButtonWords<T> = {
  /**
   * What the button says, or a function of the session that returns it.
   *
   * @default the word of the provider's language, in English 'Connect your car'
   */
  children?: ReactNode | ((session: UseSmartcarConnect<T>) => ReactNode)
  /**
   * Told to assistive technology beside the button's name.
   *
   * @default the words of the provider's language, in English 'Opens a new window'
   */
  description?: string | undefined
}

/** The button as a component: `data` of its session has the type `T`. */
type ConnectButtonComponent = <T = unknown>(
  props: ConnectButtonProps<T> & RefAttributes<HTMLButtonElement>,
) => ReactElement | null

/**
 * A `<button>` that opens Connect when it is clicked. It stays focusable and keeps its name while
 * it is busy; its state shows as `data-status`. An `onClick` that calls `preventDefault` keeps
 * Connect closed.
 *
 * @throws {TypeError} without any options, and for options that cannot work
 *
 * @example
 * <ConnectButton clientId={clientId} redirectUri={redirectUri} exchange="/api/smartcar/exchange" onSuccess={addCars} />
 */
export const ConnectButton: ConnectButtonComponent = /* @__PURE__ */ forwardRef<
  HTMLButtonElement,
  ConnectButtonProps
>(function ConnectButton(props, ref) {
  const labels = useContext(LabelsContext)?.connect
  const {
    connect,
    children = labels?.button ?? 'Connect your car',
    description = labels?.opensWindow ?? 'Opens a new window',
    ...rest
  } = props
  const { options, native } = splitProps(rest)
  const session = useSmartcarConnect(connect ?? options)
  const { buttonProps } = session
  const descriptionId = useId()

  function onClick(event: MouseEvent<HTMLButtonElement>) {
    try {
      native.onClick?.(event)
    } finally {
      // A handler of the app that throws, such as one for analytics, is not asked to keep it closed.
      if (!event.defaultPrevented) buttonProps.onClick(event)
    }
  }

  function onFocus(event: FocusEvent<HTMLButtonElement>) {
    buttonProps.onFocus()
    native.onFocus?.(event)
  }

  function onPointerEnter(event: PointerEvent<HTMLButtonElement>) {
    buttonProps.onPointerEnter()
    native.onPointerEnter?.(event)
  }

  return (
    <>
      <button
        data-sc="button"
        {...buttonProps}
        aria-describedby={descriptionId}
        {...native}
        onClick={onClick}
        onFocus={onFocus}
        onPointerEnter={onPointerEnter}
        ref={ref}
      >
        {typeof children === 'function' ? children(session) : children}
      </button>
      <span id={descriptionId} hidden>
        {description}
      </span>
    </>
  )
}) as ConnectButtonComponent

function splitProps(props: object): {
  options: Partial<ConnectOptions>
  native: NativeButtonProps
} {
  const [options, native]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
  for (const [name, value] of Object.entries(props)) {
    const group = isConnectOption(name) ? options : native
    group[name] = value
  }
  return { options, native }
}
