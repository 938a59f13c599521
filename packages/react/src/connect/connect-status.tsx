// Says where a session stands, and offers what can be done about it.

import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useContext,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import type { Connect, Session } from 'smartcar-connect'
import { enConnect } from '../locales/en.ts'
import { type Labels, LabelsContext } from '../locales/labels.ts'
import { type StatusAction, statusActions, statusWords } from './status-words.ts'
import { useSmartcarConnect } from './use-smartcar-connect.ts'

type Actions = Partial<Pick<Connect, 'open' | 'focus' | 'cancel' | 'retry'>>

type Rest = Omit<ComponentPropsWithoutRef<'div'>, 'children'> & {
  /** The words to use. @default those of the provider above, else English */
  labels?: Pick<Labels, 'connect'> | undefined
}

/** Either the `connect` to follow, or a `session`: what `useSmartcarConnect` returns will do. */
export type ConnectStatusProps = Rest &
  ({ connect: Connect; session?: never } | { session: Session & Actions; connect?: never })

/**
 * A live region with a sentence for every state, and buttons for what the person can do next.
 * Empty, but present, while nothing has happened, so that the first words are announced as well.
 * Takes whatever a native `<div>` takes.
 *
 * @example
 * const connect = useSmartcarConnect(options)
 * return <><button {...connect.buttonProps}>Connect</button><ConnectStatus session={connect} /></>
 */
export const ConnectStatus: ForwardRefExoticComponent<
  ConnectStatusProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, ConnectStatusProps>(function ConnectStatus(props, outer) {
  const { connect, session, ...rest } = props
  if (connect) return <FollowingStatus connect={connect} outer={outer} {...rest} />
  return <StatusLine session={session} outer={outer} {...rest} />
})

type Inner = Rest & { outer: ForwardedRef<HTMLDivElement> }

function FollowingStatus({ connect, ...rest }: Inner & { connect: Connect }) {
  return <StatusLine session={useSmartcarConnect(connect)} {...rest} />
}

function StatusLine({ session, outer, labels, ...rest }: Inner & { session: Session & Actions }) {
  const given = useContext(LabelsContext)
  const words = (labels ?? given)?.connect ?? enConnect
  const line = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  useImperativeHandle(outer, () => line.current as HTMLDivElement)
  const { open, focus, cancel, retry } = session
  const here = open && (() => open({ presentation: 'redirect' }))
  const act = { show: focus, cancel, retry, here }
  const actions = statusActions(session).filter(action => act[action])

  // Whoever pressed a button that is gone goes on where the next one is.
  useLayoutEffect(() => {
    if (!pressed.current) return
    const next = line.current?.querySelector('button') ?? line.current
    if (document.activeElement === document.body) next?.focus()
    pressed.current = line.current?.contains(document.activeElement) === true
  })

  function press(action: StatusAction) {
    pressed.current = true
    void act[action]?.()
  }

  return (
    <div tabIndex={-1} {...rest} ref={line} data-sc="status" data-status={session.status}>
      <p role="status">{statusWords(session, words)}</p>
      {actions.length > 0 && (
        <div data-sc="actions">
          {actions.map(action => (
            <button type="button" key={action} onClick={() => press(action)}>
              {words.actions[action]}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
