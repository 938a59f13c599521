// Stands for the app's own login: who sent this request.

/** The signed-in user's id; an app asks its session library here. */
export const userOf = (request: Request): string | undefined =>
  /(?:^|; )user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
