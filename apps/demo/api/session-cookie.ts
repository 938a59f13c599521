// The cookie that ties a browser to its garage.
import { parse, serialize } from 'hono/utils/cookie'

const name = 'demo_session'

/** The session id that the browser sent, if any. */
export const readSessionId = (request: Request): string | undefined =>
  parse(request.headers.get('cookie') ?? '', name)[name]

/**
 * The `Set-Cookie` value that hands a session id to the browser: out of reach of scripts and never
 * sent along by other sites.
 *
 * @param secure whether the page is served over https
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html
 */
export const sessionCookie = (id: string, secure: boolean): string =>
  serialize(name, id, { httpOnly: true, sameSite: 'Strict', path: '/', secure })
