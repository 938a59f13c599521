// A value that can be watched.

import { callApp } from './call-app.ts'

/** A value, and those who want to know when it is another one. */
export type Store<V> = {
  get(): V
  set(next: V): void
  subscribe(listener: () => void): () => void
  isWatched(): boolean
}

/** Makes a store in the shape that React's `useSyncExternalStore` reads. */
export function createStore<V>(value: V): Store<V> {
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      value = next
      for (const listener of listeners) callApp(listener)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isWatched: () => listeners.size > 0,
  }
}
