// For tests: the message of the error that a call throws or rejects with.

/** Calls and returns the error's message; throws when nothing was thrown. */
export async function messageOf(call: () => unknown): Promise<string> {
  try {
    await call()
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  throw new Error('The call should have thrown an error.')
}
