// Stands for your login: everybody gets an id that nobody guesses and no script reads.

import { type NextRequest, NextResponse } from 'next/server'

export function proxy(request: NextRequest) {
  const response = NextResponse.next()
  if (!request.cookies.has('user')) {
    response.cookies.set('user', crypto.randomUUID(), { httpOnly: true, sameSite: 'lax' })
  }
  return response
}
