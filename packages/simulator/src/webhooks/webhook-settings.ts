// Reads what a developer sets about a webhook, from an option, a file or a control request.

import { hostnameOf, isLoopback } from '../http/allowed-host.ts'
import { textOf } from '../http/text-of.ts'
import type { WebhookSettings } from '../memory/webhook.ts'
import { signals as catalogue } from '../world/signals.ts'

/** The settings, or what is wrong with the first of them. */
export type SettingsReading =
  | { readonly ok: true; readonly settings: WebhookSettings }
  | {
      readonly ok: false
      /** A whole sentence or two that name the setting. */
      readonly problem: string
    }

const textLimit = 200
const addressLimit = 2_000

/**
 * Reads settings. What is left out stays as `before` has it; a new webhook is enabled and does not
 * subscribe by itself. Text is taken for a list (`a, b`) and for a boolean, as forms send it.
 *
 * @param hosts the names of hosts that deliveries may go to beside this machine
 */
export function readWebhookSettings(
  given: Readonly<Record<string, unknown>>,
  hosts: readonly string[],
  before?: WebhookSettings,
): SettingsReading {
  const name = given.name ?? before?.name
  if (!isText(name)) return refuse('name must be a text of 1 to 200 characters.')
  const callbackUri = given.callbackUri ?? before?.callbackUri
  const wrongAddress = addressProblem('callbackUri', callbackUri, hosts)
  if (wrongAddress !== undefined) return refuse(wrongAddress)
  const errorCallbackUri = orNone(given.errorCallbackUri, before?.errorCallbackUri)
  const wrongErrorAddress =
    errorCallbackUri === undefined
      ? undefined
      : addressProblem('errorCallbackUri', errorCallbackUri, hosts)
  if (wrongErrorAddress !== undefined) return refuse(wrongErrorAddress)
  const signals = readCodes(given.signals, before?.signals)
  const triggers = readCodes(given.triggers, before?.triggers)
  const unknown = [...(signals ?? []), ...(triggers ?? [])].find(code => !isCode(code))
  if (unknown !== undefined) return refuse(codeProblem(unknown))
  const isEnabled = readBoolean(given.isEnabled, before?.isEnabled ?? true)
  const autoSubscribe = readBoolean(given.autoSubscribe, before?.autoSubscribe ?? false)
  if (isEnabled === undefined) return refuse('isEnabled must be true or false.')
  if (autoSubscribe === undefined) return refuse('autoSubscribe must be true or false.')
  return {
    ok: true,
    settings: {
      name,
      callbackUri: String(callbackUri),
      ...(errorCallbackUri !== undefined && { errorCallbackUri: String(errorCallbackUri) }),
      ...(signals !== undefined && { signals: signals.map(String) }),
      ...(triggers !== undefined && { triggers: triggers.map(String) }),
      isEnabled,
      autoSubscribe,
    },
  }
}

/**
 * Whether a delivery may go to an address. The simulator reaches nothing but this machine and what
 * the developer allowed, so that no setting makes it call strangers.
 */
export function isDeliverable(address: string, hosts: readonly string[]): boolean {
  return addressProblem('', address, hosts) === undefined
}

function addressProblem(
  setting: string,
  address: unknown,
  hosts: readonly string[],
): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address) || address.length > addressLimit) {
    return `${setting} is not an absolute address, so nothing could be delivered. Write it like “http://localhost:3000/webhook”.`
  }
  const { protocol, hostname, username, password } = new URL(address)
  if (protocol !== 'http:' && protocol !== 'https:') {
    return `${setting} is neither an http nor an https address, so nothing could be delivered.`
  }
  if (username !== '' || password !== '') {
    return `${setting} has a user name or a password in it, which no request can carry. Leave them out.`
  }
  if (isLoopback(hostname) || hosts.some(host => hostnameOf(host) === hostname)) return undefined
  return `${setting} leads to “${hostname}”, and the simulator delivers to this machine only. If the host is yours, allow it by --allowed-host or the option hosts.`
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= textLimit
}

function isCode(code: unknown): boolean {
  return catalogue.some(signal => signal.code === code)
}

function codeProblem(code: unknown): string {
  return `“${textOf(code).slice(0, 64)}” is the code of no signal, so nobody could be told about it. Codes look like “${catalogue[0]?.code}”.`
}

/** A setting that can be taken away: by null, or by an empty text, as forms send it. */
function orNone(given: unknown, before: unknown): unknown {
  if (given === undefined) return before
  return given === null || given === '' ? undefined : given
}

function readCodes(
  given: unknown,
  before: readonly string[] | undefined,
): readonly unknown[] | undefined {
  const codes = orNone(given, before)
  if (codes === undefined) return undefined
  if (typeof codes === 'string') return codes.split(',').map(code => code.trim())
  return Array.isArray(codes) ? [...new Set<unknown>(codes)] : [codes]
}

function readBoolean(given: unknown, before: boolean): boolean | undefined {
  if (given === undefined) return before
  if (given === 'true' || given === 'false') return given === 'true'
  return typeof given === 'boolean' ? given : undefined
}

function refuse(problem: string): SettingsReading {
  return { ok: false, problem }
}
