// Why the simulator does not start, and what to do, in words for whoever opened the Playground.

/** What went wrong. */
export type StartProblem = {
  /** What is wrong, in one sentence. */
  readonly title: string
  /** What helps. */
  readonly advice: string
  /** Whether another try can help. */
  readonly canRetry: boolean
}

/** What is known when it does not start. */
export type StartFacts = {
  /** Whether the page is on https or on this machine. */
  readonly isSecure: boolean
  /** Whether the browser offers service workers to this page. */
  readonly hasWorkers: boolean
  /** What starting threw; the name of the error. */
  readonly error?: string
}

/** The problem for these facts. */
export function startProblem({ isSecure, hasWorkers, error }: StartFacts): StartProblem {
  if (!isSecure) {
    return {
      title: 'This page is not on https.',
      advice: 'Browsers then allow no simulator in it. Open it over https, or on localhost.',
      canRetry: false,
    }
  }
  if (!hasWorkers) {
    return {
      title: 'This browser keeps service workers off here.',
      advice:
        'Some do in private windows and in browsers inside other apps. Open the page in an ordinary window of Chrome, Edge, Firefox or Safari.',
      canRetry: false,
    }
  }
  if (error === 'SecurityError' || error === 'NotSupportedError') {
    return {
      title: 'This browser may not store anything for this site.',
      advice:
        'The simulator lives in a service worker, which counts as a cookie. Allow cookies and site data for this site, then start again.',
      canRetry: true,
    }
  }
  if (error === 'TimeoutError') {
    return {
      title: 'The simulator does not answer.',
      advice: 'Start again. If that does not help, close the other tabs of this Storybook first.',
      canRetry: true,
    }
  }
  return {
    title: 'The simulator could not be loaded.',
    advice:
      'The network may be down, or the file simulator-worker.js is not beside this Storybook. Start again when you are online.',
    canRetry: true,
  }
}
