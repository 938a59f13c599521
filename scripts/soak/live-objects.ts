// How many JavaScript objects and functions a page keeps alive.

import type { CDPSession } from 'playwright'

type Snapshot = {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly [readonly string[], ...unknown[]]
    }
  }
  readonly nodes: readonly number[]
}

/**
 * Counts them in a heap snapshot. Unlike the size of the heap, this leaves out what the browser
 * adds for itself: compiled code, performance entries, what its developer tools remember.
 */
export async function liveObjects(cdp: CDPSession): Promise<number> {
  const chunks: string[] = []
  function onChunk({ chunk }: { chunk: string }) {
    return chunks.push(chunk)
  }
  cdp.on('HeapProfiler.addHeapSnapshotChunk', onChunk)
  await cdp.send('HeapProfiler.takeHeapSnapshot')
  cdp.off('HeapProfiler.addHeapSnapshotChunk', onChunk)
  const { snapshot, nodes }: Snapshot = JSON.parse(chunks.join(''))
  const { node_fields, node_types } = snapshot.meta
  const ours = ['object', 'closure'].map(type => node_types[0].indexOf(type))
  let count = 0
  for (let node = 0; node < nodes.length; node += node_fields.length) {
    if (ours.includes(nodes[node] ?? -1)) count += 1
  }
  return count
}
