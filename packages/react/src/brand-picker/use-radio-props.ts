// The props of the native radio buttons, and what they choose.

import { type RefObject, useEffect, useId } from 'react'

/** Props of a native radio button. */
export type RadioProps = {
  /** Of the native input. */
  type: 'radio'
  /** What makes the radio buttons one group, and the name in the form. */
  name: string
  /** `''` keeps them out of the form where the picker has no `name`; the attribute names no form then. */
  form: '' | undefined
  /** The `make`. */
  value: string
  /** Whether it is chosen. */
  checked: boolean
  /** By the picker's `disabled`, and where the brand connects only from an app. */
  disabled: boolean
  /** Said explicitly, as Safari would not stop there otherwise, nor give it the focus on a click. */
  tabIndex: 0
  /** Chooses the brand. */
  onChange: () => void
  /** Sets what no attribute can: what a form's reset leaves. */
  ref: (element: HTMLInputElement | null) => void
}

/** What all radio buttons of a picker have in common. */
export type RadioOptions = {
  readonly name: string | undefined
  readonly disabled: boolean
  /** The chosen id. */
  readonly value: string
}

/** Returns a function that makes the props of one radio button. */
export function useRadioProps(
  list: RefObject<Element | null>,
  { name, disabled, value }: RadioOptions,
  change: (next: () => string) => void,
): (item: { readonly id: string; readonly disabled: boolean }) => RadioProps {
  const ownName = useId()

  useEffect(() => {
    // A person may have chosen before the page was hydrated, and Firefox restores what was chosen
    // before a reload. React notices neither.
    const chosen = list.current?.querySelector<HTMLInputElement>('input[type="radio"]:checked')
    if (chosen) change(() => chosen.value)
  }, [list, change])

  return item => ({
    type: 'radio',
    name: name ?? ownName,
    form: name === undefined ? '' : undefined,
    value: item.id,
    checked: item.id === value,
    disabled: disabled || item.disabled,
    tabIndex: 0,
    onChange: () => change(() => item.id),
    ref(element) {
      // The reset of a form chooses what was chosen when the radio buttons were mounted, and React
      // does not notice. The value decides instead.
      if (element) element.defaultChecked = item.id === value
    },
  })
}
