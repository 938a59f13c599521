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
  useState,
} from 'react'
import { type Connect, type ConnectOptions, isConnectOption, type Session } from 'smartcar-connect'
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
  ButtonLook &
  (
    | (Partial<ConnectOptions<T>> & {
        /** Not beside options of a connection. */
        connect?: undefined
      })
    | ({ [name in keyof ConnectOptions]?: undefined } & {
        /**
         * A connection made elsewhere, such as what `useSmartcarConnect` returns.
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
   * @default the words of the provider's language, in English 'Connect your car', and 'Connect another
   *   car' once this button's own session has connected one; of cars from before it knows nothing
   */
  children?: ReactNode | ((session: UseSmartcarConnect<T>) => ReactNode)
  /**
   * Told to assistive technology beside the button's name.
   *
   * @default the words of the provider's language, in English 'Opens a new window'
   */
  description?: string | undefined
}

/** How a button looks, where the style sheet of this package is used. */
type ButtonLook = {
  /**
   * `primary` for the main action of a page, `secondary` beside it, `quiet` in rows and menus. Shows
   * as `data-variant`.
   *
   * @default 'primary'
   */
  variant?: 'primary' | 'secondary' | 'quiet' | undefined
  /** 44 pixels high, or 36 where people use a mouse all day. Shows as `data-size`. @default 'regular' */
  size?: 'regular' | 'compact' | undefined
  /** As wide as what it is in. Shows as `data-full-width`. @default false */
  fullWidth?: boolean | undefined
  /** A picture before the words, such as an `<svg>` of 20 pixels. It says nothing to assistive technology. */
  icon?: ReactNode
}

/** The button as a component: `data` of its session has the type `T`. */
type ConnectButtonComponent = <T = unknown>(
  props: ConnectButtonProps<T> & RefAttributes<HTMLButtonElement>,
) => ReactElement | null

/**
 * A `<button>` that opens Connect when it is clicked. It stays focusable and keeps its name while
 * it is busy; its state shows as `data-status`. An `onClick` that calls `preventDefault` keeps
 * Connect closed, and so does `aria-disabled`, with which the button can still have the focus.
 *
 * A button that goes away cancels a session of its own. One that is shown only while there are no cars
 * gets its `connect` from a component around it, or from `createConnect`.
 *
 * @throws {TypeError} without any options, and for options that cannot work
 *
 * @example
 * <ConnectButton backend="/api/smartcar" onSuccess={addCars} />
 *
 * @example
 * // by a code, in Smartcar's version 2
 * <ConnectButton clientId={clientId} redirectUri={redirectUri} exchange="/api/smartcar/exchange" onSuccess={addCars} />
 */
export const ConnectButton: ConnectButtonComponent = /* @__PURE__ */ forwardRef<
  HTMLButtonElement,
  ConnectButtonProps
>(function ConnectButton(props, ref) {
  const labels = useContext(LabelsContext)?.connect
  const { options, other } = splitProps(props)
  const {
    connect,
    description = labels?.opensWindow ?? 'Opens a new window',
    variant,
    size,
    fullWidth,
    icon,
    children,
    ...native
  } = other
  const session = useSmartcarConnect(connect ?? options)
  const { buttonProps, status } = session
  const descriptionId = useId()
  const isForAnother = useWasConnected(status)

  function onClick(event: MouseEvent<HTMLButtonElement>) {
    try {
      native.onClick?.(event)
    } finally {
      const isDisabled = `${native['aria-disabled']}` === 'true'
      // A handler of the app that throws, such as one for analytics, is not asked to keep it closed.
      if (!event.defaultPrevented && !isDisabled) buttonProps.onClick(event)
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

  const words = isForAnother
    ? (labels?.another ?? 'Connect another car')
    : (labels?.button ?? 'Connect your car')

  return (
    <>
      <button
        data-sc="button"
        data-variant={variant}
        data-size={size}
        data-full-width={fullWidth ? '' : undefined}
        {...buttonProps}
        aria-describedby={descriptionId}
        {...native}
        onClick={onClick}
        onFocus={onFocus}
        onPointerEnter={onPointerEnter}
        ref={ref}
      >
        {icon && (
          <span data-sc="icon" aria-hidden="true">
            {icon}
          </span>
        )}
        {typeof children === 'function' ? children(session) : (children ?? words)}
      </button>
      <span id={descriptionId} hidden>
        {description}
      </span>
    </>
  )
}) as ConnectButtonComponent

// Whether a car was connected, until `reset()`. The next session must not take the new name away again.
function useWasConnected(status: Session['status']): boolean {
  const [wasConnected, setWasConnected] = useState(false)
  const isSo = status === 'connected' || (wasConnected && status !== 'idle')
  if (isSo !== wasConnected) setWasConnected(isSo)
  return isSo
}

function splitProps(props: ConnectButtonProps): {
  options: Partial<ConnectOptions>
  other: Omit<ConnectButtonProps, keyof ConnectOptions>
} {
  const [options, other]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
  for (const name in props) {
    const group = isConnectOption(name) ? options : other
    group[name] = props[name as keyof ConnectButtonProps]
  }
  return { options, other }
}
