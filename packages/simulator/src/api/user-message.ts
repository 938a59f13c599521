// What an application may tell the person about an error. The provider's sentences differ by page.

import type { Fault } from '../world/fault.ts'

const userMessages: Readonly<Record<string, string>> = {
  ASLEEP: 'Your car is asleep. Please wake it up and try again.',
  AUTHENTICATION_FAILED: 'Please sign in to your car account again.',
  CHARGING_PLUG_NOT_CONNECTED: 'Please plug your car in and try again.',
  FULLY_CHARGED: 'Your car is charged already.',
  IN_MOTION: 'Please park your car and try again.',
  NOT_CHARGING: 'Your car is not charging.',
  UNREACHABLE: 'Your car could not be reached. Please try again later.',
}

/** The sentence for the person about a fault. It depends on the code, and most codes have none. */
export function userMessageOf({ code = '' }: Fault): string | undefined {
  return userMessages[code]
}
