// Leads what would open Smartcar to the simulator, which is below the folder of the stories.

/** The part of the Navigation API that is used; not every browser has it. */
type Navigation = {
  addEventListener(type: 'navigate', listener: (event: NavigateEvent) => void): void
  removeEventListener(type: 'navigate', listener: (event: NavigateEvent) => void): void
}
type NavigateEvent = Event & { destination: { url: string } }

function navigationOf(): Navigation | undefined {
  return (globalThis as { navigation?: Navigation }).navigation
}

/** Whether this tab can be sent to the simulator, as with the presentation `redirect`. */
export function canLeave(): boolean {
  return navigationOf() !== undefined
}

/**
 * From now on Connect opens in the simulator below `path`. The addresses of Connect begin at the root
 * of an origin, but a service worker answers only below its own folder.
 *
 * @returns `stop`, which restores the browser's ways
 */
export function openInSimulator(path: string): () => void {
  const open = window.open
  const navigation = navigationOf()

  function moved(address: string | URL | undefined): string | undefined {
    const { pathname, search, origin } = new URL(address ?? '', location.href)
    const isConnect = origin === location.origin && pathname.startsWith('/oauth/')
    return isConnect ? path + pathname + search : undefined
  }
  function onNavigate(event: NavigateEvent): void {
    const place = moved(event.destination.url)
    if (!place || !event.cancelable) return
    event.preventDefault()
    setTimeout(() => location.assign(place))
  }

  window.open = (url, ...rest) => open.call(window, moved(url) ?? url, ...rest)
  navigation?.addEventListener('navigate', onNavigate)
  return () => {
    window.open = open
    navigation?.removeEventListener('navigate', onNavigate)
  }
}
