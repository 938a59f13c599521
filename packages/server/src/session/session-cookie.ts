// The cookies that bind started sessions to one browser: one for each open session.

import { sha256 } from '../crypto/sha256.ts'

const openSeconds = 30 * 60
const spentSeconds = 15 * 60
const maxCookies = 5
const form = /^([\w-]{43})\.(\d{1,10})$/

/**
 * Says whether the page of this request is on https. The configured origins are not asked, because
 * a page for development must not weaken the cookies of the others.
 */
function isSecure(request: Request): boolean {
  return request.headers.get('origin')?.startsWith('https:') ?? false
}

function namePrefix(request: Request): string {
  return isSecure(request) ? '__Host-smartcar-connect-' : 'smartcar-connect-'
}

/** Names the cookie after the hash of the state, so that no cookie shows the state. */
async function cookieName(request: Request, state: string): Promise<string> {
  return `${namePrefix(request)}${(await sha256(state)).slice(0, 16)}`
}

/** Every cookie of a session that this browser has; a name may be there twice. */
function sessionCookies(request: Request): { name: string; value: string }[] {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map(pair => pair.trim())
  return pairs
    .filter(pair => pair.startsWith(namePrefix(request)) && /^[\w-]{1,80}=/.test(pair))
    .map(pair => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
    }))
}

/**
 * Writes the value of `Set-Cookie`.
 *
 * The prefix `__Host-` keeps other hosts of the site from planting the cookie, `HttpOnly` hides it
 * from scripts, and `SameSite=Strict` keeps other sites from sending it. On a page without https,
 * such as one on localhost, the cookie has neither the prefix nor `Secure`.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis
 */
function setCookie(request: Request, name: string, value: string, maxAgeSeconds: number): string {
  const secure = isSecure(request) ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure}`
}

/** Returns the second at which a cookie was written; it only decides which one makes room. */
function writtenAt(value: string): number {
  return Number(form.exec(value)?.[2] ?? 0)
}

/** The cookie of a session, as a browser sent it. */
export type SessionCookie = {
  name: string
  /** What binds the session to the browser. */
  binding: string
}

/**
 * Returns the cookie of a session, if the request has it exactly once and in the form that it was
 * written in.
 *
 * @param request one whose `Origin` was checked.
 * @param state the state token of the session.
 */
export async function readSessionCookie(
  request: Request,
  state: string,
): Promise<SessionCookie | undefined> {
  const name = await cookieName(request, state)
  // A second cookie of this name was planted by somebody, so neither of the two is believed.
  const [own, ...others] = sessionCookies(request).filter(cookie => cookie.name === name)
  if (own === undefined || others.length > 0) return undefined
  const binding = form.exec(own.value)?.[1]
  return binding === undefined ? undefined : { name, binding }
}

/**
 * Writes the values of `Set-Cookie` for a session that starts: its own cookie first, then the end of
 * the oldest ones, so that a browser has at most five.
 *
 * @param request one whose `Origin` was checked.
 * @param binding what binds the session to this browser.
 */
export async function openingCookies(
  request: Request,
  state: string,
  binding: string,
  nowMs: number,
): Promise<string[]> {
  const name = await cookieName(request, state)
  const names = new Set(
    sessionCookies(request)
      .sort((one, other) => writtenAt(other.value) - writtenAt(one.value))
      .map(cookie => cookie.name),
  )
  const tooMany = [...names].slice(maxCookies - 1)
  return [
    setCookie(request, name, `${binding}.${Math.floor(nowMs / 1000)}`, openSeconds),
    ...tooMany.map(oldest => setCookie(request, oldest, '', 0)),
  ]
}

/**
 * Writes the value of `Set-Cookie` for a session that has its outcome.
 *
 * The cookie is kept for 15 minutes, because the answer may get lost and the same post be repeated.
 * It counts as the oldest, so it is the first to make room.
 *
 * @param request the one that the cookie was read from.
 */
export function spentCookie(request: Request, { name, binding }: SessionCookie): string {
  return setCookie(request, name, `${binding}.0`, spentSeconds)
}
