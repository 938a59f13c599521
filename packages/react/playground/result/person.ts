// Who is signed in to the app of the Playground: somebody new after every car.

const key = 'smartcar-connect-playground-person'

/** The person's id, which this tab keeps also while it is away at Connect. */
export function personNow(): string {
  const known = sessionStorage.getItem(key)
  if (known) return known
  const person = crypto.randomUUID()
  sessionStorage.setItem(key, person)
  return person
}

/** The next one is somebody else, so that the backend shows the cars of one connection only. */
export function nextPerson(): void {
  sessionStorage.removeItem(key)
}
