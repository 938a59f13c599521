// The parameters that only some apps need.

import type { ReactNode } from 'react'
import { ChoiceField, type FormProps, TextField } from './fields.tsx'
import { Group } from './group.tsx'
import { moreSummary } from './summaries.ts'

/** The last group of the form. */
export function MoreGroup(props: FormProps): ReactNode {
  const isCode = props.state.way === 'code'
  return (
    <Group title="More parameters" summary={moreSummary(props.state)}>
      <TextField
        {...props}
        name="country"
        label="Country"
        note="Two letters. It decides which brands there are."
      />
      <ChoiceField
        {...props}
        name="approvalPrompt"
        label="Ask for consent"
        note="Every time also asks where the same permissions were given before."
      >
        <option value="auto">When needed</option>
        <option value="force">Every time</option>
      </ChoiceField>
      <TextField
        {...props}
        name="applicationId"
        label="Application id"
        note="The simulator knows “playground”; any other shows what a wrong one does."
      />
      <TextField
        {...props}
        name="state"
        label="State"
        note="The app’s own value. It comes back in the grant."
      />
      <TextField {...props} name="user" label="User" note="For Smartcar’s analytics." />
      {isCode && (
        <TextField
          {...props}
          name="externalId"
          label="External id"
          note="The app’s own id for this connection. With a backend the server makes it."
        />
      )}
      <TextField
        {...props}
        name="vehicleId"
        label="Vehicle id"
        note="Signs in to this vehicle again. What shapes a first connection is then left out."
      />
    </Group>
  )
}
