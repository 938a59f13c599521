// Where this site and its repository are.

/** The site's address, which the messages of the packages name. */
export const site = 'https://smartcar-connect.github.io'

/** The address of the repository. */
export const repository = 'https://github.com/smartcar-connect/smartcar-connect'
