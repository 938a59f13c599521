'use client'
// Chooses the brand that Connect starts with: a search and native radio buttons.

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
import { BrandRow } from './brand-row.tsx'
import { type BrandPickerOptions, useBrandPicker } from './use-brand-picker.ts'
import { useScrollStop } from './use-scroll-stop.ts'

/** Options of `useBrandPicker`, and whatever a native `<div>` takes. */
export type BrandPickerProps = BrandPickerOptions &
  Omit<ComponentPropsWithoutRef<'div'>, 'children' | keyof BrandPickerOptions>

// From here on the list keeps its height during a search, so that nothing below it moves.
const longList = 8

/**
 * Lets a person choose a brand before Connect opens, which then skips its own brand screen. The
 * value is the `make` of a connection. A person who does not find the brand, or decides later, leaves
 * the choice to Smartcar's window: that entry is always in view, and the value is `''` then.
 *
 * @example
 * const [make, setMake] = useState('')
 * return <><BrandPicker country="DE" value={make} onValueChange={setMake} /><ConnectButton make={make} … /></>
 */
export const BrandPicker: ForwardRefExoticComponent<
  BrandPickerProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, BrandPickerProps>(function BrandPicker(props, ref) {
  const { value, defaultValue, onValueChange, disabled, country, brands, popular, ...rest } = props
  const { mode, name, labels, ...native } = rest
  const contextLabels = useContext(LabelsContext)
  const words = (labels ?? contextLabels)?.brand ?? enBrand
  const own = { value, defaultValue, onValueChange, disabled, name }
  const picker = useBrandPicker({ ...own, country, brands, popular, mode, labels })
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const tabIndex = useScrollStop(list, disabled === true)
  const id = useId()
  useFormReset(root, value === undefined ? picker.reset : undefined)
  useImperativeHandle(ref, () => root.current as HTMLDivElement, [])

  return (
    <div data-sc="brand-picker" {...native} ref={root}>
      <div data-sc="search">
        <label htmlFor={id}>{words.search}</label>
        <input {...picker.searchProps} id={id} autoComplete="off" spellCheck={false} />
        <p role="status" data-sc="note">
          {picker.matches}
        </p>
      </div>
      <fieldset {...picker.listProps} data-sc="brands" aria-label={words.brand}>
        {/* What scrolls is a stop of Tab in some browsers. It should be one only where nothing in it
            can have the focus. */}
        <div
          ref={list}
          data-sc="brand-list"
          data-long={picker.total >= longList || undefined}
          tabIndex={tabIndex}
        >
          {picker.groups.map(({ title, items }) => {
            const Group = title ? 'fieldset' : 'div'
            return (
              <Group key={title} data-sc="brand-group">
                {title && <legend>{title}</legend>}
                {items.map(item => (
                  <BrandRow
                    key={item.id}
                    item={item}
                    radioProps={picker.radioProps(item)}
                    hint={item.disabled ? words.appOnly : undefined}
                  />
                ))}
              </Group>
            )
          })}
          {picker.note && (
            <div data-sc="brand-note">
              <p>{picker.note}</p>
              {picker.groups.length === 0 && (
                <button {...picker.showAllProps}>{words.showAll}</button>
              )}
            </div>
          )}
        </div>
        <BrandRow
          item={picker.wayOut}
          radioProps={picker.radioProps(picker.wayOut)}
          hint={words.anyHint}
        />
        {picker.hiddenProps && <input {...picker.hiddenProps} />}
      </fieldset>
    </div>
  )
})
