// The cookie that ties a browser to its garage.

import { parse, serialize } from 'hono/utils/cookie'

const name = 'demo_session'

/** The id of the app session that the browser sent, if any. */
export function readSessionId(request: Request): string | undefined {
  return parse(request.headers.get('cookie') ?? '', name)[name]
}

/**
 * The `Set-Cookie` value that gives an app session to the browser. No script can read it, and requests
 * from other sites do not carry it.
 *
 * @param secure whether the page is served over https
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html
 */
export function sessionCookie(id: string, secure: boolean): string {
  return serialize(name, id, { httpOnly: true, sameSite: 'Strict', path: '/', secure })
}
