// Stands for your login: the id in a cookie that `proxy.ts` gives to everybody.

export function userOf(cookie: string | null): string | undefined {
  return /(?:^|; )user=([\w-]{36})/.exec(cookie ?? '')?.[1]
}
