// In the place of PostgreSQL while mutants are tested: starting it takes longer than all other tests.

/** Starts nothing. */
export function usePostgres(): () => string {
  return () => {
    throw new Error('Mutants are tested without PostgreSQL.')
  }
}
