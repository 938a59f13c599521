// The script of the redirect page.

import { finishConnect } from '../finish-connect.ts'

finishConnect()
