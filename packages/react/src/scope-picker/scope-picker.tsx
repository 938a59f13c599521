'use client'
// Chooses permissions in native checkboxes, with presets, a search, topics and a summary in view.

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useContext,
  useId,
  useImperativeHandle,
  useRef,
} from 'react'
import { enScope } from '../locales/en.ts'
import { LabelsContext } from '../locales/labels.ts'
import { useFormReset } from '../picker/use-form-reset.ts'
import { ScopeFieldset } from './scope-fieldset.tsx'
import { type ScopePickerOptions, useScopePicker } from './use-scope-picker.ts'

/** Options of `useScopePicker`, and whatever a native `<div>` takes. */
export type ScopePickerProps = ScopePickerOptions &
  Omit<ComponentPropsWithoutRef<'div'>, 'children' | keyof ScopePickerOptions> & {
    /** Its name in the form: `formData.getAll(name)` is exactly the scope. @default not in the form */
    name?: string | undefined
    /**
     * Whether a permission that is chosen has a box that makes it required. Without it, entries that
     * are required in the value stay so.
     *
     * @default true
     */
    requirable?: boolean | undefined
  }

/**
 * Lets a person choose what a connection asks for. The value is exactly the `scope` option.
 *
 * @example
 * const [scope, setScope] = useState<readonly Scope[]>(['required:read_vin'])
 * return <><ScopePicker value={scope} onValueChange={setScope} /><ConnectButton scope={scope} … /></>
 */
export const ScopePicker: ForwardRefExoticComponent<
  ScopePickerProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, ScopePickerProps>(function ScopePicker(props, ref) {
  const { value, defaultValue, onValueChange, disabled, permissions, locked, presets, ...rest } =
    props
  const { labels, name, requirable = true, ...native } = rest
  const contextLabels = useContext(LabelsContext)
  const words = (labels ?? contextLabels)?.scope ?? enScope
  const choice = { value, defaultValue, onValueChange, disabled }
  const options = { ...choice, permissions, locked, presets, labels }
  const picker = useScopePicker(options)
  // While nothing is chosen, the line says it all.
  const sentences = picker.summary.filter(sentence => sentence !== picker.summaryLine)
  const root = useRef<HTMLDivElement>(null)
  const searchId = useId()
  useFormReset(root, value === undefined ? picker.reset : undefined)
  useImperativeHandle(ref, () => root.current as HTMLDivElement, [])

  return (
    <div data-sc="scope-picker" {...native} ref={root}>
      {picker.presets.length > 0 && (
        <fieldset data-sc="presets">
          <legend>{words.presets}</legend>
          {picker.presets.map(preset => (
            <button key={preset.id} {...preset.buttonProps}>
              {preset.title}
            </button>
          ))}
        </fieldset>
      )}
      {picker.searchable && (
        <div data-sc="search">
          <label htmlFor={searchId}>{words.search}</label>
          <input {...picker.searchProps} id={searchId} autoComplete="off" spellCheck={false} />
          <p role="status" data-sc="note">
            {picker.matches}
          </p>
        </div>
      )}
      {picker.groups.map(group => (
        <ScopeFieldset
          key={group.access}
          group={group}
          picker={picker}
          requirable={requirable}
          labels={words}
        />
      ))}
      <details data-sc="summary">
        <summary>{picker.summaryLine}</summary>
        {[...sentences.entries()].map(([place, sentence]) => (
          <p key={place}>{sentence}</p>
        ))}
      </details>
      <p role="status" data-sc="announcement">
        {picker.announcement}
      </p>
      {name &&
        picker.value.map(entry => (
          <input key={entry} type="hidden" name={name} value={entry} disabled={disabled} />
        ))}
    </div>
  )
})
