// Opens the popup, where the person can see it.

/** The size of the popup's content. */
export type PopupSize = {
  /** In CSS pixels. @default 500 */
  width?: number
  /** In CSS pixels. @default 720 */
  height?: number
}

/** The popup, or why there is none: the browser refused it, or something threw while it was opened. */
export type OpenedPopup =
  | { ok: true; popup: Window }
  | { ok: false; code: 'popup_blocked' | 'popup_failed'; cause?: unknown }

/**
 * Opens `url` in a new window, centred on this one. Call it synchronously in a click: browsers
 * block what comes later.
 *
 * The window gets no name, so that nobody who knew it could have opened it before, and keeps its
 * opener, so that the answer can come back. Scripts of others may have taken the place of `open` and
 * expect texts, as the address mostly is one.
 */
export function openPopup(url: URL, size: PopupSize = {}): OpenedPopup {
  const { width = 500, height = 720 } = size
  const left = centre(screenX, outerWidth, width)
  const top = centre(screenY, outerHeight, height)
  const features = `popup,width=${width},height=${height},left=${left},top=${top}`
  try {
    const popup = open(url.href, '_blank', features)
    return popup && !popup.closed ? { ok: true, popup } : { ok: false, code: 'popup_blocked' }
  } catch (cause) {
    return { ok: false, code: 'popup_failed', cause: withoutToken(cause, url) }
  }
}

// Who logs addresses may quote ours, and with it the state token.
function withoutToken(cause: unknown, { searchParams }: URL): unknown {
  const token = searchParams.get('state')?.slice(0, 43) || '?'
  try {
    const text = `${Object(cause).stack ?? cause}`
    return text.includes(token) ? new Error(text.replaceAll(token, '[secret]')) : cause
  } catch {
    return undefined
  }
}

/** Where `inner` begins so that it lies in the middle of `outer`; negative on a screen to the left. */
export function centre(start: number, outer: number, inner: number): number {
  return Math.round(start + (outer - inner) / 2) || 0
}
