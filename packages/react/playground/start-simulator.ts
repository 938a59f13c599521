// Starts the simulator's service worker and waits until it answers this page.

/**
 * Resolves when the simulator below `home` answers.
 *
 * @throws {Error} where the browser has no service workers, as on a page without https
 */
export async function startSimulator(home: URL): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker) {
    throw new Error(
      'This browser offers no service workers here, so there is no simulator. Open the page over https or on localhost.',
    )
  }
  await serviceWorker.register(new URL('simulator-worker.js', home), { scope: home.pathname })
  await serviceWorker.ready
  if (serviceWorker.controller) return
  await new Promise(resolve =>
    serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  )
}

/**
 * From now on popups for Connect open in the simulator below `path`. The addresses of Connect begin at
 * the root of an origin, but a service worker answers only below its own folder.
 *
 * @returns `stop`, which restores `window.open`
 */
export function openInSimulator(path: string): () => void {
  const open = window.open
  window.open = (url, ...rest) => {
    const { pathname, search, origin } = new URL(url ?? '', location.href)
    const isConnect = origin === location.origin && pathname.startsWith('/oauth/')
    return open.call(window, isConnect ? path + pathname + search : url, ...rest)
  }
  return () => {
    window.open = open
  }
}
