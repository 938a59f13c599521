// Stands for your login: everybody gets an id that nobody guesses and no script reads.

export function userOf(request: Request): string | undefined {
  return /(?:^|; )user=([\w-]{36})/.exec(request.headers.get('cookie') ?? '')?.[1]
}

export function newUserCookie(): string {
  return `user=${crypto.randomUUID()}; Path=/; HttpOnly; SameSite=Lax`
}
