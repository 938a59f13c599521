// The commands of a car, and what came of the last one.

import { type ReactNode, useState } from 'react'
import { carName, type NamedCar } from 'smartcar-connect-react'
import type { CommandOutcome, LiveCommand } from '../../api/live-car.ts'
import { useWords } from '../words/use-language.ts'
import type { Words } from '../words/words.ts'

/** Sends a command and waits for what comes of it. Rejects with a sentence for the person. */
export type OnCommand = (command: LiveCommand) => Promise<CommandOutcome>

type CarCommandsProps = {
  /** The car, so that the buttons of several cars can be told apart. */
  car: NamedCar
  /** The commands that the person allowed. */
  commands: readonly LiveCommand[]
  /** Sends one. */
  onCommand: OnCommand
}

type Progress =
  | { outcome: 'none' }
  | { outcome: 'pending'; command: LiveCommand }
  | (CommandOutcome & { command: LiveCommand })

/** A button for each command, one at a time, and a line that says what came of it. */
export function CarCommands({ car, commands, onCommand }: CarCommandsProps): ReactNode {
  const { commands: words } = useWords()
  const [progress, setProgress] = useState<Progress>({ outcome: 'none' })
  const pending = progress.outcome === 'pending' ? progress.command : undefined

  async function run(command: LiveCommand) {
    if (pending) return
    setProgress({ outcome: 'pending', command })
    const outcome = await onCommand(command).catch(
      ({ message }: Error): CommandOutcome => ({ outcome: 'refused', reason: message }),
    )
    setProgress({ ...outcome, command })
  }

  if (commands.length === 0) return null
  return (
    <div className="commands">
      {commands.map(command => (
        <button
          key={command}
          type="button"
          aria-label={[words[command].label, carName(car)].filter(Boolean).join(': ')}
          aria-busy={pending === command}
          aria-disabled={pending !== undefined}
          onClick={() => void run(command)}
        >
          <span className="ring" />
          {words[command].label}
        </button>
      ))}
      <p aria-live="polite" data-outcome={progress.outcome}>
        {sentenceOf(progress, words)}
      </p>
    </div>
  )
}

function sentenceOf(progress: Progress, words: Words['commands']): string {
  switch (progress.outcome) {
    case 'none':
      return ''
    case 'pending':
      return words[progress.command].pending
    case 'done':
      return words[progress.command].done
    default:
      return progress.reason
  }
}
