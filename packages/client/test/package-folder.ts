// Where the dev server serves this package's files as they are, with nothing of its own in them.

import { inject } from 'vitest'

const root: string = inject('root' as never)

/** The path of the package's folder on the dev server. */
export const packageFolder: string = `/@fs${root}/packages/client`
