// Everything that can be set beside the scenario, in groups that say what is set in them.

import type { ReactNode } from 'react'
import { BrandPicker, ScopePicker } from '../../src/index.ts'
import { fields } from '../state/playground-state.ts'
import { CheckField, ChoiceField, type FormProps, TextField } from './fields.tsx'
import { Group } from './group.tsx'
import { MoreGroup } from './more-group.tsx'
import { askSummary, lookSummary, waySummary } from './summaries.ts'

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/** The form. The pickers in it are the library's own, in the language that is chosen. */
export function SettingsForm(props: FormProps): ReactNode {
  const { state, change } = props
  const language = fields.language.values.find(known => known === state.language) ?? 'en'
  return (
    <>
      <Group title="What you ask for" summary={askSummary(state)}>
        <div lang={language} data-field="scope" tabIndex={-1}>
          <ScopePicker value={state.scope} onValueChange={scope => change({ scope })} />
        </div>
        <div lang={language} data-field="make" tabIndex={-1}>
          <BrandPicker
            country={state.country}
            value={state.make}
            onValueChange={make => change({ make })}
          />
        </div>
        <ChoiceField {...props} name="mode" label="Cars">
          <option value="simulated">Simulated</option>
          <option value="live">Live</option>
        </ChoiceField>
        <CheckField {...props} name="singleSelect" label="One car only" />
        <TextField
          {...props}
          name="singleSelectVin"
          label="VIN of that car"
          note="Needs “One car only”."
        />
      </Group>
      <Group title="Button and window" summary={lookSummary(state)}>
        <TextField {...props} name="label" label="Label" note="Empty: the word of the language." />
        <ChoiceField {...props} name="variant" label="Variant">
          <option value="primary">Primary</option>
          <option value="secondary">Secondary</option>
          <option value="quiet">Quiet</option>
        </ChoiceField>
        <ChoiceField {...props} name="size" label="Size">
          <option value="regular">Regular, 44 px</option>
          <option value="compact">Compact, 36 px</option>
        </ChoiceField>
        <CheckField {...props} name="fullWidth" label="As wide as its place" />
        <ChoiceField
          {...props}
          name="presentation"
          label="Opens"
          note={<PresentationNote {...props} />}
        >
          <option value="popup">A popup</option>
          <option value="redirect">This tab</option>
          <option value="auto">Whichever fits</option>
        </ChoiceField>
        <TextField
          {...props}
          name="popupWidth"
          label="Width of the popup"
          note="200 to 2000 pixels."
        />
        <TextField
          {...props}
          name="popupHeight"
          label="Height of the popup"
          note="200 to 2000 pixels."
        />
      </Group>
      <Group title="Language and theme" summary={`${languageNames.of(language)}, ${state.theme}`}>
        <ChoiceField
          {...props}
          name="language"
          label="Language"
          note="Of the components and of the popup. It is the switch above this page."
        >
          {fields.language.values.map(tag => (
            <option key={tag} value={tag}>
              {languageNames.of(tag)}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField {...props} name="theme" label="Theme">
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </ChoiceField>
      </Group>
      <Group title="Server" summary={waySummary(state)}>
        <ChoiceField
          {...props}
          name="way"
          label="Version of Smartcar’s API"
          note={
            state.way === 'backend'
              ? 'Recommended. createConnectBackend runs here in the service worker, beside the simulator; it starts the session and decides what is asked for.'
              : 'The page asks for a code. Here it also does what an endpoint of yours would do with it, which a real page must never do.'
          }
        >
          <option value="backend">3, with a backend</option>
          <option value="code">2, with a code</option>
        </ChoiceField>
      </Group>
      <MoreGroup {...props} />
    </>
  )
}

function PresentationNote({ state }: FormProps): ReactNode {
  const { presentation } = state
  if (presentation === 'popup') return 'Always a popup.'
  if (presentation === 'auto') {
    return 'A popup in this browser. In installed apps and in browsers inside other apps it is this tab, which cannot be shown here.'
  }
  return 'This page leaves for the simulator and comes back.'
}
