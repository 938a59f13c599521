'use client'
// Chooses the brand that Connect starts with: a search and a list box.

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
import { enBrand } from '../locales/en.ts'
import { LabelsContext } from '../locales/labels.ts'
import { useFormReset } from '../picker/use-form-reset.ts'
import { type BrandPickerOptions, useBrandPicker } from './use-brand-picker.ts'

/** Options of `useBrandPicker`, and whatever a native `<div>` takes. */
export type BrandPickerProps = BrandPickerOptions &
  Omit<ComponentPropsWithoutRef<'div'>, 'children' | keyof BrandPickerOptions> & {
    /** Its name in the form, where the value is empty while the choice is open. @default not in the form */
    name?: string | undefined
  }

/**
 * Lets a person choose a brand before Connect opens, which then skips its own brand screen. The
 * value is the `make` of a connection.
 *
 * @example
 * const [make, setMake] = useState('')
 * return <><BrandPicker country="DE" value={make} onValueChange={setMake} /><ConnectButton make={make} … /></>
 */
export const BrandPicker: ForwardRefExoticComponent<
  BrandPickerProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, BrandPickerProps>(function BrandPicker(props, ref) {
  const { value, defaultValue, onValueChange, disabled, country, brands, labels, name, ...native } =
    props
  const contextLabels = useContext(LabelsContext)
  const words = (labels ?? contextLabels)?.brand ?? enBrand
  const options = { value, defaultValue, onValueChange, disabled, country, brands, labels }
  const picker = useBrandPicker(options)
  const root = useRef<HTMLDivElement>(null)
  const searchId = useId()
  useFormReset(root, value === undefined ? picker.reset : undefined)
  useImperativeHandle(ref, () => root.current as HTMLDivElement)

  return (
    <div data-sc="brand-picker" {...native} ref={root}>
      <div data-sc="search">
        <label htmlFor={searchId}>{words.search}</label>
        <input {...picker.searchProps} id={searchId} autoComplete="off" spellCheck={false} />
        <p role="status" data-sc="note">
          {picker.matches}
        </p>
      </div>
      <ul {...picker.listProps} data-sc="brands" aria-label={words.brand}>
        {picker.items.map(item => (
          <li key={item.id} {...picker.optionProps(item)} data-sc="brand">
            <span aria-hidden="true">{item.id ? [...item.name][0] : '…'}</span>{' '}
            <span>{item.name}</span> {item.disabled && <small>{words.appOnly}</small>}
            {item.selected && <span aria-hidden="true">✓</span>}
          </li>
        ))}
      </ul>
      {name && <input type="hidden" name={name} value={picker.value} disabled={disabled} />}
    </div>
  )
})
