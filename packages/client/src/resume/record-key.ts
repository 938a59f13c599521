// Where the record of a session is kept.

/** The one key that this package uses, in `sessionStorage`. */
export const recordKey = 'smartcar-connect'
