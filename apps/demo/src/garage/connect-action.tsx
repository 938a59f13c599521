// The main action of the page.

import { type ReactNode, useId } from 'react'
import type { UseSmartcarConnect } from 'smartcar-connect-react'
import { useLanguage } from '../words/use-language.ts'

type ConnectActionProps = {
  /** The session and its actions. */
  connect: UseSmartcarConnect<unknown>
  /** Whether it is for the first car. */
  isFirst: boolean
}

/** A native button with the props of the hook, in the look and the words of the library. */
export function ConnectAction({ connect, isFirst }: ConnectActionProps): ReactNode {
  const { labels } = useLanguage()
  const id = useId()
  return (
    <>
      <button data-sc="button" aria-describedby={id} {...connect.buttonProps}>
        {isFirst ? labels.connect.button : labels.connect.actions.another}
      </button>
      <span id={id} hidden>
        {labels.connect.opensWindow}
      </span>
    </>
  )
}
