// Functions of the app that fail, in a process of their own: nothing ends it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { randomToken } from './crypto/random-token.ts'

test.each(['throws', 'rejects'])(
  'an onNeedsReauth and an onEvent that each %s end no process, and the caller gets needs_reauth',
  { tags: ['F64'], timeout: 30_000 },
  async how => {
    const script = fileURLToPath(new URL('../test/rejecting-child.ts', import.meta.url))
    const child = spawn(process.execPath, [script, randomToken(), how], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'development' },
    })
    const closed = once(child, 'close')
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
    const [exitCode] = await closed
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: '{"code":"needs_reauth"}' })
    expect(errors.match(/onEvent failed/g)).toHaveLength(1)
  },
)
