// The buttons of the presets, and what is said after one is pressed.

import { useState } from 'react'
import type { Scope } from 'smartcar-connect'
import type { Labels } from '../locales/labels.ts'
import { fill } from '../locales/plural.ts'
import type { ChangeScope } from './checkbox-props.ts'
import { isPresetChosen, type ScopePreset, withPreset } from './scope-presets.ts'

/** A preset with the props of its button. */
export type PresetButton = ScopePreset & {
  /** `aria-pressed` says whether exactly this preset is chosen. */
  buttonProps: {
    type: 'button'
    disabled: boolean
    'aria-pressed': boolean
    onClick: () => void
  }
}

type PickerParts = {
  readonly value: readonly Scope[]
  readonly change: ChangeScope
  readonly locked: readonly Scope[]
  readonly outside: readonly string[]
  readonly disabled: boolean
  readonly summaryLine: string
  readonly labels: Pick<Labels, 'scope'>
}

/**
 * The presets with their buttons, and the announcement: it is there while the preset that was pressed
 * last is what is chosen.
 */
export function usePresets(
  presets: readonly ScopePreset[],
  { value, change, locked, outside, disabled, summaryLine, labels }: PickerParts,
): { readonly presets: readonly PresetButton[]; readonly announcement: string } {
  const [pressed, setPressed] = useState<string>()
  const buttons = presets.map(preset => ({
    ...preset,
    buttonProps: {
      type: 'button' as const,
      disabled,
      'aria-pressed': isPresetChosen(value, preset, locked, outside),
      onClick() {
        setPressed(preset.id)
        change(scope => withPreset(scope, preset, outside))
      },
    },
  }))
  const done = buttons.find(({ id, buttonProps }) => id === pressed && buttonProps['aria-pressed'])
  const words = { preset: done?.title ?? '', line: summaryLine }
  return { presets: buttons, announcement: done ? fill(labels.scope.presetChosen, words) : '' }
}
