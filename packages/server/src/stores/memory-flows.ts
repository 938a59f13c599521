// Flows in memory.
import type { ExchangeStore } from './exchange-store.ts'
import { flowKeptMs } from './flow-kept.ts'
import type { Flow, FlowStore } from './flow-store.ts'

/** The flows of one process; see `createMemoryStore`. */
export function createMemoryFlows(
  exchanges: Pick<ExchangeStore, 'readExchange'>,
  now: () => number,
): FlowStore {
  const flows = new Map<string, Flow>()

  async function isOpen(flow: Flow): Promise<boolean> {
    return (
      flow.expiresMs > now() && (await exchanges.readExchange(flow.keyHash)).status === 'released'
    )
  }

  return {
    async openFlow(flow, { maxOpen, maxPerMinute }) {
      for (const old of flows.values()) {
        if (old.createdMs <= now() - flowKeptMs) flows.delete(old.keyHash)
      }
      const own = [...flows.values()].filter(other => other.sessionHash === flow.sessionHash)
      if (own.filter(other => other.createdMs > now() - 60_000).length >= maxPerMinute) return false
      flows.set(flow.keyHash, { ...flow })
      const open: Flow[] = []
      for (const other of own) if (await isOpen(other)) open.push(other)
      for (const oldest of open.slice(0, Math.max(0, open.length + 1 - maxOpen))) {
        oldest.expiresMs = now()
      }
      return true
    },
    async readFlow(keyHash) {
      const flow = flows.get(keyHash)
      return flow && { ...flow }
    },
  }
}
