// The cookies of the backend in the service worker: a browser takes none from a worker, and shows it none.

type Cookies = readonly (readonly [name: string, value: string])[]

/** Cookies by name. */
export type CookieJar = {
  /** The value of the header `Cookie`. */
  header(): string
  /** Takes the value of a header `Set-Cookie`. */
  take(setCookie: string): void
  /** All of them, to be kept. */
  entries(): Cookies
}

/** Makes a jar with the cookies that were kept. */
export function createCookieJar(kept: Cookies): CookieJar {
  const cookies = new Map(kept)
  return {
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    take(setCookie) {
      const [, name = '', value = '', attributes = ''] =
        /^([^=;]+)=([^;]*)(.*)$/.exec(setCookie) ?? []
      if (/; Max-Age=0\b/i.test(attributes)) cookies.delete(name)
      else if (name) cookies.set(name, value)
    },
    entries: () => [...cookies],
  }
}
