// The endpoint that Smartcar's webhooks call.

import { judgeOnce } from '../options/judge-once.ts'
import { requiredOption } from '../options/required-option.ts'
import { setUpProblem } from '../problems/set-up-problem.ts'
import { guardStore } from '../reporting/call-app.ts'
import { createReporter } from '../reporting/reporter.ts'
import { checkStore } from '../stores/check-store.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { runWebhook, type WebhookConfiguration } from './run-webhook.ts'
import type { WebhookHandlerOptions } from './webhook-options.ts'

const storeTimeoutMs = 4_000

/**
 * Creates the endpoint of a webhook (version 4.0).
 *
 * It answers the challenge, checks the signature of the raw bytes, gives each event to the app once and
 * answers 2xx only after that. An event that Smartcar names nowhere in its documentation is given to
 * `onOtherEvent`. Mount it in front of body parsers and of the app's own login.
 *
 * @returns a function from `Request` to `Response`; it never rejects. `check()` judges the options.
 * @see https://smartcar.com/docs/integrations/webhooks/payload-verification
 */
export function createWebhookHandler(
  options: WebhookHandlerOptions,
): ((request: Request) => Promise<Response>) & { check(): Promise<void> } {
  const report = createReporter(options.onEvent)
  const judged = judgeOnce(() => webhookConfiguration(options))
  async function handle(request: Request): Promise<Response> {
    try {
      return await runWebhook(await judged(), request, report)
    } catch (thrown) {
      report({ type: 'webhook_failed', ...setUpProblem(thrown).failure })
      return new Response(null, { status: 500, headers: { 'cache-control': 'no-store' } })
    }
  }
  async function check(): Promise<void> {
    await judged()
  }
  return Object.assign(handle, { check })
}

async function webhookConfiguration(options: WebhookHandlerOptions): Promise<WebhookConfiguration> {
  const { now = Date.now, onVehicleState, onVehicleError, onOtherEvent } = options
  const consequence = 'anyone could sign a webhook'
  const managementToken = requiredOption('managementToken', options.managementToken, consequence)
  const store = options.store ?? createMemoryStore({ now })
  await checkStore(store)
  return {
    managementToken,
    store: guardStore(store, storeTimeoutMs),
    callbacks: { onVehicleState, onVehicleError, onOtherEvent },
    now,
  }
}
