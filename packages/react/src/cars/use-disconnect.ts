'use client'
// Disconnects a car after a question: its state, its words and the props of its elements.

import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { mistake } from '../connect/mistake.ts'
import { enCar } from '../locales/en.ts'
import { LabelsContext } from '../locales/labels.ts'
import type { NamedCar } from './car-name.ts'
import { type CarWords, carSentence } from './car-sentence.ts'
import { useAfterRemoval } from './use-after-removal.ts'
import { useCarsSource } from './use-connected-cars.ts'

/** Options of `useDisconnect`. */
export type DisconnectOptions = {
  /** The car. `id` is Smartcar's id of the vehicle. */
  car: NamedCar & { readonly id: string }
  /**
   * Disconnects it. It failed where the promise rejects, or resolves with `{ ok: false }` as
   * `disconnect` of `useConnectedCars` does. What it rejects with, or throws, is reported as an uncaught
   * error is: the person is only told that it failed.
   *
   * @default asks the backend to, and takes the car off the list of `useConnectedCars`
   */
  onDisconnect?: ((id: string) => Promise<unknown>) | undefined
  /** Called when it is disconnected. @default nothing is called */
  onDisconnected?: ((id: string) => void) | undefined
  /** The address of a backend made with `createConnectBackend`. @default that of the provider above */
  backend?: string | undefined
  /** The words to use. @default those of the provider above, else English */
  labels?: CarWords | undefined
}

/**
 * How far it is.
 *
 * - `idle`: the button is there
 * - `asking`: the question is there
 * - `working`: the car is being disconnected
 * - `failed`: that failed, and the question is still there
 * - `disconnected`: it is done
 */
export type DisconnectStatus = 'idle' | 'asking' | 'working' | 'failed' | 'disconnected'

/** The state, the words, and the props to spread. */
export type DisconnectState = {
  /** How far it is. */
  status: DisconnectStatus
  /** Whether the question is there, which takes the place of the button. */
  isAsking: boolean
  /** The question. */
  question: string
  /** What follows from disconnecting. */
  consequence: string
  /** What happens and happened, for a live region; `''` while nothing has. */
  message: string
  /**
   * For the element around it all. It takes the focus where the car is gone and the page still shows it.
   * Escape in it keeps the car, and closes no dialog around it.
   */
  rootProps: {
    ref: RefObject<HTMLDivElement | null>
    tabIndex: -1
    'data-status': DisconnectStatus
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** For the button that asks. */
  triggerProps: {
    type: 'button'
    ref: RefObject<HTMLButtonElement | null>
    /** With the name of the car, to tell several buttons apart. */
    'aria-label': string
    onClick: (event?: MouseEvent) => void
  }
  /** For the element around the question. */
  questionProps: { role: 'group'; 'aria-labelledby': string; 'aria-describedby': string }
  /** For the element with the question. */
  titleProps: { id: string }
  /** For the element with the consequence. */
  consequenceProps: { id: string }
  /** For the element with the message. */
  messageProps: { role: 'status' }
  /** For the button that keeps the car. It has the focus first. */
  keepProps: {
    type: 'button'
    ref: RefObject<HTMLButtonElement | null>
    'aria-disabled': boolean
    onClick: (event?: MouseEvent) => void
  }
  /** For the button that disconnects it. */
  confirmProps: { type: 'button'; 'aria-busy': boolean; onClick: (event?: MouseEvent) => void }
}

type OfCar = { readonly id: string; readonly status: DisconnectStatus }

const english: CarWords = { language: 'en', car: enCar }

/**
 * Disconnects a car, after a question in place of the button. The focus goes to the button that keeps
 * the car, back to the first button when it is kept, and to the car beside it when it is gone. The
 * second click of a double click does nothing: it may fall on what took the button's place.
 *
 * @returns the state, the words, and the props to spread
 * @throws {TypeError} with neither `onDisconnect` nor a backend
 *
 * @example
 * const { isAsking, question, rootProps, triggerProps, keepProps, confirmProps } = useDisconnect({ car })
 */
export function useDisconnect(options: DisconnectOptions): DisconnectState {
  const { car, onDisconnected, backend, labels } = options
  const contextLabels = useContext(LabelsContext)
  const words = labels ?? contextLabels ?? english
  const source = useCarsSource({ backend })
  const onDisconnect = options.onDisconnect ?? source?.disconnect
  if (!onDisconnect) {
    throw mistake(
      'connections',
      'A disconnect button has neither `onDisconnect` nor `backend`, so nothing could be disconnected. Give it one of them, or put a `SmartcarConnectProvider` with `backend` above.',
    )
  }
  const [state, setState] = useState<OfCar>({ id: car.id, status: 'idle' })
  // The same component may be given another car, as by a list without keys.
  if (state.id !== car.id) setState({ id: car.id, status: 'idle' })
  const status = state.id === car.id ? state.status : 'idle'
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  // What gets the focus when the elements of the next state are there.
  const next = useRef<RefObject<HTMLElement | null>>(undefined)
  // What has got its answer: two events of one task find the same question.
  const answered = useRef<OfCar>(undefined)
  const removal = useAfterRemoval(root, car.id)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `removal` is nothing but refs
  useEffect(() => {
    const element = next.current?.current
    if (element) {
      // Not before it is there: effects of the state before may run after the click.
      element.focus()
      next.current = undefined
    }
    if (status !== 'disconnected') return
    // The page still shows the car, so the message is there to be heard, unless all of it is hidden.
    removal.show()
    if (document.activeElement === document.body) root.current?.focus()
  }, [status])

  // What became of a car is nothing to the one that is shown by now.
  function setStatus(next: DisconnectStatus) {
    setState(now => (now.id === car.id ? { id: car.id, status: next } : now))
  }

  function show(question: boolean) {
    if (question) removal.expect()
    else removal.forget()
    next.current = question ? keep : trigger
    setStatus(question ? 'asking' : 'idle')
  }

  function isFirstAnswer() {
    if (status === 'working' || answered.current === state) return false
    answered.current = state
    return true
  }

  async function disconnect() {
    if (!onDisconnect || !isFirstAnswer()) return
    setStatus('working')
    const end = removal.begin()
    if (!(await isDone(onDisconnect, car.id))) {
      end()
      setStatus('failed')
      return
    }
    end(carSentence(words.car.disconnected, car, words))
    setStatus('disconnected')
    onDisconnected?.(car.id)
  }

  const isWorking = status === 'working'
  const isAsking = status === 'asking' || isWorking || status === 'failed'
  return {
    status,
    isAsking,
    question: carSentence(words.car.question, car, words),
    consequence: words.car.consequence,
    message: messageFor(status, car, words),
    rootProps: {
      ref: root,
      tabIndex: -1,
      'data-status': status,
      // Not of the question: a click on its words, or beside it, gives the focus to this element.
      onKeyDown(event) {
        if (event.key !== 'Escape' || !isAsking || isWorking) return
        // One key does one thing: a dialog around it stays open.
        event.preventDefault()
        event.stopPropagation()
        if (isFirstAnswer()) show(false)
      },
    },
    triggerProps: {
      type: 'button',
      ref: trigger,
      'aria-label': carSentence(words.car.disconnectCar, car, words),
      onClick: firstClick(() => show(true)),
    },
    questionProps: {
      role: 'group',
      'aria-labelledby': id,
      'aria-describedby': `${id}consequence`,
    },
    titleProps: { id },
    consequenceProps: { id: `${id}consequence` },
    messageProps: { role: 'status' },
    keepProps: {
      type: 'button',
      ref: keep,
      'aria-disabled': isWorking,
      onClick: firstClick(() => {
        if (isFirstAnswer()) show(false)
      }),
    },
    confirmProps: {
      type: 'button',
      'aria-busy': isWorking,
      onClick: firstClick(() => void disconnect()),
    },
  }
}

// Keys and assistive technology click with a `detail` of 0.
function firstClick(act: () => void): (event?: MouseEvent) => void {
  return event => {
    if (!event || event.detail < 2) act()
  }
}

function messageFor(status: DisconnectStatus, car: NamedCar, words: CarWords): string {
  const { disconnecting, failed, disconnected } = words.car
  if (status === 'working') return carSentence(disconnecting, car, words)
  if (status === 'failed') return carSentence(failed, car, words)
  return status === 'disconnected' ? carSentence(disconnected, car, words) : ''
}

async function isDone(
  disconnect: NonNullable<DisconnectOptions['onDisconnect']>,
  id: string,
): Promise<boolean> {
  try {
    // A value may say that it failed, as those of `useConnectedCars` do.
    return Object(await disconnect(id)).ok !== false
  } catch (reason) {
    // Nobody else tells the developer. Pages made for tests may have no such function.
    globalThis.reportError?.(reason)
    return false
  }
}
