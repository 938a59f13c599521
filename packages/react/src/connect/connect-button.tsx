// A native button that opens Connect.

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type MouseEvent,
  type ReactNode,
  type RefAttributes,
  useContext,
  useId,
} from 'react'
import { type Connect, type ConnectOptions, isConnectOption } from 'smartcar-connect'
import { LabelsContext } from '../locales/labels.ts'
import { type UseSmartcarConnect, useSmartcarConnect } from './use-smartcar-connect.ts'

/** The options of a connection, or a `connect` made elsewhere, and whatever a native button takes. */
export type ConnectButtonProps<T = unknown> = Omit<
  ComponentPropsWithoutRef<'button'>,
  keyof ConnectOptions | 'children'
> &
  Partial<ConnectOptions<T>> & {
    /** What the button says, or a function of the session for it. @default 'Connect your car' */
    children?: ReactNode | ((session: UseSmartcarConnect<T>) => ReactNode)
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
  const labels = useContext(LabelsContext)?.connect
  const {
    connect,
    children = labels?.button ?? 'Connect your car',
    description = labels?.opensWindow ?? 'Opens a new window',
    ...rest
  } = props
  const options: Record<string, unknown> = {}
  const native: Record<string, unknown> & ComponentPropsWithoutRef<'button'> = {}
  for (const [name, value] of Object.entries(rest)) {
    const kind = isConnectOption(name) ? options : native
    kind[name] = value
  }
  const session = useSmartcarConnect(connect ?? options)
  const { buttonProps } = session
  const descriptionId = useId()

  function onClick(event: MouseEvent<HTMLButtonElement>) {
    native.onClick?.(event)
    if (!event.defaultPrevented) buttonProps.onClick(event)
  }

  return (
    <>
      <button
        data-sc="button"
        {...buttonProps}
        aria-describedby={descriptionId}
        {...native}
        onClick={onClick}
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
