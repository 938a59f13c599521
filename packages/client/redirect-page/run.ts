// The script of the redirect page.

import { finishConnect } from '../src/redirect.ts'

finishConnect()
