// The checks that `pnpm mutate:browser` takes out of the client, one at a time.

import { answerMutations } from './mutations/answer.ts'
import { diagnoseMutations } from './mutations/diagnose.ts'
import type { MutatedFile } from './mutations/mutated-file.ts'
import { optionMutations } from './mutations/options.ts'
import { popupMutations } from './mutations/popup.ts'
import { redirectPageMutations } from './mutations/redirect-page.ts'
import { resumeMutations } from './mutations/resume.ts'
import { serverSessionMutations } from './mutations/server-session.ts'
import { sessionMutations } from './mutations/session.ts'

/** Every check of the client, room by room. */
export const mutatedFiles: readonly MutatedFile[] = [
  ...optionMutations,
  ...popupMutations,
  ...answerMutations,
  ...serverSessionMutations,
  ...resumeMutations,
  ...redirectPageMutations,
  ...diagnoseMutations,
  ...sessionMutations,
]
