// Stands for the app's own login: who sent this request.

/** The signed-in user's id; an app asks its session library here. */
export function userOf(request: Request): string | undefined {
  return /(?:^|; )user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
}
