// Chooses permissions: the whole catalogue in native checkboxes, with search, presets and a summary.

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
import { ScopeItem } from './scope-item.tsx'
import { type ScopePickerOptions, useScopePicker } from './use-scope-picker.ts'

/** Options of `useScopePicker`, and whatever a native `<div>` takes. */
export type ScopePickerProps = ScopePickerOptions &
  Omit<ComponentPropsWithoutRef<'div'>, 'children' | keyof ScopePickerOptions> & {
    /** Name in the form: `formData.getAll(name)` is exactly the scope. */
    name?: string | undefined
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
  const { value, defaultValue, onValueChange, locked, presets, labels, name, ...rest } = props
  const given = useContext(LabelsContext)
  const words = (labels ?? given)?.scope ?? enScope
  const picker = useScopePicker({ value, defaultValue, onValueChange, locked, presets, labels })
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  useFormReset(root, picker.reset)
  useImperativeHandle(ref, () => root.current as HTMLDivElement)

  return (
    <div data-sc="scope-picker" {...rest} ref={root}>
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
      <div data-sc="search">
        <label htmlFor={`${id}s`}>{words.search}</label>
        <input {...picker.searchProps} id={`${id}s`} autoComplete="off" spellCheck={false} />
        <p role="status" data-sc="note">
          {picker.matches}
        </p>
      </div>
      {picker.groups.map(group => (
        <fieldset
          key={group.access}
          data-sc="scope-group"
          aria-labelledby={`${id}${group.access}t`}
        >
          <legend>
            <label>
              <input
                {...picker.groupProps(group)}
                aria-labelledby={`${id}${group.access}t`}
                aria-describedby={`${id}${group.access}d`}
              />
              <strong id={`${id}${group.access}t`}>{group.title}</strong>{' '}
              <small id={`${id}${group.access}d`}>{group.description}</small>
            </label>
          </legend>
          <ul data-sc="scope-items">
            {group.items.map(item => (
              <ScopeItem
                key={item.name}
                {...item}
                itemProps={picker.itemProps}
                requiredProps={picker.requiredProps}
                labels={words}
              />
            ))}
          </ul>
        </fieldset>
      ))}
      <div data-sc="summary">
        {picker.summary.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {name &&
        picker.value.map(entry => <input key={entry} type="hidden" name={name} value={entry} />)}
    </div>
  )
})
