// The module that the Vite plugin makes.

declare module 'virtual:smartcar-connect' {
  /**
   * The path of the redirect page that the plugin serves, below Vite's `base`: the option `redirectUri`.
   * Register the address that it has on your origin.
   */
  export const redirectUri: string
}
