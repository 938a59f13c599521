// A sheet over a phone's screen: the page behind stays, and the button is where the thumb is.

import { useEffect, useRef } from 'react'
import { ConnectIntro } from 'smartcar-connect-react'

type MobileSheetProps = { isOpen: boolean; onClose: () => void }

export function MobileSheet({ isOpen, onClose }: MobileSheetProps) {
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) sheet.current?.showModal()
    else sheet.current?.close()
  }, [isOpen])

  return (
    <dialog className="pattern-sheet" aria-label="Connect your car" ref={sheet} onClose={onClose}>
      <button type="button" data-sc="button" data-variant="quiet" onClick={onClose}>
        Not now
      </button>
      <ConnectIntro
        scope={['read_location', 'read_fuel']}
        reasons={['Find the next cheap pump.']}
      />
    </dialog>
  )
}
