// Says why the simulator cannot listen on a port.

/** Makes a sentence about an error of listening: what happened and what to do. */
export function portMessage(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken, so the simulator cannot listen there. End the other program, or choose another port with --port.`
  }
  if (code === 'EACCES') {
    return `Port ${port} may not be used without special rights. Choose one above 1023 with --port.`
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return 'The address of --host is not one of this machine. Leave --host out, or name one that is.'
  }
  return `The simulator cannot listen on port ${port}: ${error instanceof Error ? error.message : 'unknown reason'}.`
}
