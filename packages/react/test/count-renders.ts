// Counts how often React renders a component, from what React itself commits.

type Fiber = {
  type: unknown
  flags: number
  child: Fiber | null
  sibling: Fiber | null
}

type Root = { current: Fiber }

const performedWork = 1
const lastCommit = new WeakMap<Root, ReadonlySet<Fiber>>()
let counts = new Map<string, number>()

// React looks for this hook only while it loads, so import this file before anything that does.
Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount() {},
    onCommitFiberRoot(_renderer: number, root: Root) {
      const before = lastCommit.get(root)
      const fibers = new Set<Fiber>()
      visit(root.current, fiber => {
        fibers.add(fiber)
        const { type, flags } = fiber
        // A fiber that React did not visit again is the same object as before, with its old flags.
        if (typeof type !== 'function' || before?.has(fiber) || !(flags & performedWork)) return
        counts.set(type.name, (counts.get(type.name) ?? 0) + 1)
      })
      lastCommit.set(root, fibers)
    },
  },
})

function visit(fiber: Fiber | null, onFiber: (fiber: Fiber) => void) {
  for (let next = fiber; next; next = next.sibling) {
    onFiber(next)
    visit(next.child, onFiber)
  }
}

/** Runs `action`, and returns how many components of that function name rendered because of it. */
export function countRenders(name: string, action: () => void): number {
  counts = new Map()
  action()
  return counts.get(name) ?? 0
}
