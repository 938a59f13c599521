// A native button that opens Connect.

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type MouseEvent,
  type ReactNode,
  type RefAttributes,
  useId,
} from 'react'
import { type Connect, type ConnectOptions, isConnectOption } from 'smartcar-connect'
import { useSmartcarConnect } from './use-smartcar-connect.ts'

/** The options of a connection, or a `connect` made elsewhere, and whatever a native button takes. */
export type ConnectButtonProps<T = unknown> = Omit<
  ComponentPropsWithoutRef<'button'>,
  keyof ConnectOptions
> &
  Partial<ConnectOptions<T>> & {
    /** A connection made elsewhere: `useSmartcarConnect` is then not given options of its own. */
    connect?: Connect<T>
    /** Told to assistive technology beside the name. @default 'Opens a new window' */
    description?: string
  }

type ConnectButtonComponent = <T = unknown>(
  props: ConnectButtonProps<T> & RefAttributes<HTMLButtonElement>,
) => ReactNode

/**
 * A `<button>` that opens Connect when it is clicked. It stays focusable and keeps its name while
 * it is busy; its state shows as `data-status`.
 *
 * @example
 * <ConnectButton clientId={clientId} redirectUri={redirectUri} exchange="/api/smartcar/exchange" onSuccess={addCars} />
 */
export const ConnectButton: ConnectButtonComponent = forwardRef<
  HTMLButtonElement,
  ConnectButtonProps
>(function ConnectButton(props, ref) {
  const {
    connect,
    children = 'Connect your car',
    description = 'Opens a new window',
    ...rest
  } = props
  const entries = Object.entries(rest)
  const options = Object.fromEntries(entries.filter(([name]) => isConnectOption(name)))
  const native: ComponentPropsWithoutRef<'button'> = Object.fromEntries(
    entries.filter(([name]) => !isConnectOption(name)),
  )
  const { buttonProps } = useSmartcarConnect(connect ?? options)
  const descriptionId = useId()

  function onClick(event: MouseEvent<HTMLButtonElement>) {
    native.onClick?.(event)
    if (!event.defaultPrevented) buttonProps.onClick()
  }

  return (
    <>
      <button
        {...buttonProps}
        aria-describedby={descriptionId}
        {...native}
        onClick={onClick}
        ref={ref}
      >
        {children}
      </button>
      <span id={descriptionId} hidden>
        {description}
      </span>
    </>
  )
}) as ConnectButtonComponent
