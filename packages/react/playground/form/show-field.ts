// Leads to the field that a message is about.

import { type FieldName, fields } from '../state/playground-state.ts'

/** The field for an option of Connect; `undefined` where no field sets it. */
export function fieldFor(option: string | undefined): FieldName | undefined {
  if (option === 'flags') return 'country'
  return Object.keys(fields).find((name): name is FieldName => name === option)
}

/** Opens the group of a field and puts the focus into it. */
export function showField(name: FieldName): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${name}"]`)
  field?.closest('details')?.setAttribute('open', '')
  field?.focus()
}
