// The three kinds of fields that the form is made of: a text, a choice, and yes or no.

import { type ReactNode, useId } from 'react'
import { longest } from '../state/field.ts'
import { type FieldName, fields, type PlaygroundState } from '../state/playground-state.ts'

/** What every field gets. */
export type FormProps = {
  /** What is set. */
  readonly state: PlaygroundState
  /** Sets something. */
  readonly change: (patch: Partial<PlaygroundState>) => void
  /** The option that Connect would refuse, if there is one. */
  readonly wrong: string | undefined
}

/** A field by its name. */
type FieldProps = FormProps & {
  readonly name: FieldName
  readonly label: string
  /** What it does, in a sentence. */
  readonly note?: ReactNode
}

/** A text or a number. */
export function TextField({ state, change, wrong, name, label, note }: FieldProps): ReactNode {
  const id = useId()
  const value = state[name]
  const isNumber = typeof value === 'number'

  function set(input: HTMLInputElement) {
    const read = fields[name].read(input.value)
    if (read !== undefined) change({ [name]: read })
    // What is shown is what is set.
    else if (isNumber) input.value = String(value)
  }

  return (
    <p className="pg-field">
      <label htmlFor={id}>{label}</label>
      <input
        // A number is set when it is whole, so the field keeps what is typed until then.
        key={isNumber ? value : undefined}
        {...(isNumber ? { defaultValue: value } : { value: String(value) })}
        {...(isNumber
          ? {
              onBlur: event => set(event.target),
              onKeyDown: event => event.key === 'Enter' && set(event.currentTarget),
            }
          : {})}
        {...(isNumber ? {} : { onChange: event => set(event.target) })}
        id={id}
        data-field={name}
        maxLength={longest}
        inputMode={isNumber ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong === name || undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      {note && <small id={`${id}-note`}>{note}</small>}
    </p>
  )
}

/** One of a few values. */
export function ChoiceField({
  state,
  change,
  wrong,
  name,
  label,
  note,
  children,
}: FieldProps & { readonly children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <p className="pg-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        data-field={name}
        value={String(state[name])}
        onChange={event => change(read(name, event.target.value))}
        aria-invalid={wrong === name || undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      >
        {children}
      </select>
      {note && <small id={`${id}-note`}>{note}</small>}
    </p>
  )
}

/** Yes or no. */
export function CheckField({ state, change, wrong, name, label, note }: FieldProps): ReactNode {
  const id = useId()
  return (
    <p className="pg-field pg-check">
      <input
        type="checkbox"
        id={id}
        data-field={name}
        checked={Boolean(state[name])}
        onChange={event => change({ [name]: event.target.checked })}
        aria-invalid={wrong === name || undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {note && <small id={`${id}-note`}>{note}</small>}
    </p>
  )
}

function read(name: FieldName, value: string): Partial<PlaygroundState> {
  return { [name]: fields[name].read(value) ?? fields[name].fallback }
}
