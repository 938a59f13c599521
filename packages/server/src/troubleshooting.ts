// Where the documentation explains every option and every error code.

/** The page with one section for each option and code: append `#` and the name. */
export const troubleshooting = 'https://smartcar-connect.github.io/troubleshooting'
