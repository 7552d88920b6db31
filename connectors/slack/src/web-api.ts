import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebClient, WebAPIRequestError } from '@slack/web-api';
import { Bug, ParleyError, Rejected, Retryable, Unauthorized } from '@parley/core/contracts';
import { CONNECTOR, type SlackDeps, type SlackSettings } from './config.js';
import { sdkLog } from './sdk-log.js';

/** Longer than any answer of Slack's takes; a call cut off later by its caller may have happened. */
const TIMEOUT_MS = 10_000;

/**
 * A client for one token. The SDK's own patience is switched off: it would retry for half an hour, wait out rate limits in silence and
 * never time out; whoever calls us keeps the message and comes back.
 */
export function webClient(token: string | undefined, settings: SlackSettings, deps: Pick<SlackDeps, 'fetch' | 'log'>): WebClient {
  return new WebClient(token, {
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: deps.fetch,
    logger: sdkLog(deps.log),
    ...(settings.apiUrl === undefined ? {} : { slackApiUrl: settings.apiUrl }),
  });
}

const REINSTALL = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'org_login_required', 'team_access_not_granted', 'missing_scope', 'ekm_access_denied', 'invalid_refresh_token']);
const PASSING = new Set(['ratelimited', 'rate_limited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org']);
/** Slack may have done it all the same. */
const PERHAPS = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
const OURS = new Set(['msg_too_long', 'invalid_blocks', 'invalid_blocks_format', 'invalid_arguments', 'invalid_arg_name', 'invalid_array_arg', 'invalid_charset', 'invalid_form_data', 'invalid_post_type', 'metadata_too_large']);

/** Runs one call; what Slack or the way to it refuses becomes one of the four kinds. Source of the names: docs.slack.dev, errors of each method. */
export async function ask<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (e) {
    throw asError(doing, e);
  }
}

export function asError(doing: string, e: unknown): ParleyError {
  if (ParleyError.isInstance(e)) return e;
  if (e instanceof WebAPIRateLimitedError) return new Retryable(`Slack: ${doing}: too many calls`, { code: 'slack.ratelimited', connector: CONNECTOR, cause: e, retryAfterMs: e.retryAfter * 1_000 });
  if (e instanceof WebAPIPlatformError) return refusal(doing, e.data.error, e);
  if (e instanceof WebAPIHTTPError) {
    // A server that fell over in between may have done it first.
    return e.statusCode >= 500
      ? new Retryable(`Slack: ${doing}: HTTP ${e.statusCode}`, { code: 'slack.http', connector: CONNECTOR, cause: e, mayHaveHappened: true })
      : new Rejected(`Slack: ${doing}: HTTP ${e.statusCode}`, { code: 'slack.http', connector: CONNECTOR, cause: e });
  }
  if (e instanceof WebAPIRequestError) return new Retryable(`Slack: ${doing}: no answer`, { code: 'slack.no-answer', connector: CONNECTOR, cause: e, mayHaveHappened: true });
  return new Bug(`Slack: ${doing}: ${e instanceof Error ? e.message : String(e)}`, { code: 'slack.unexpected', connector: CONNECTOR, cause: e });
}

function refusal(doing: string, error: string, cause: unknown): ParleyError {
  const facts = { code: `slack.${error.replaceAll('_', '-')}`, connector: CONNECTOR, cause };
  if (REINSTALL.has(error)) return new Unauthorized(`Slack: ${doing}: ${error}; the app has to be installed again`, facts);
  if (PASSING.has(error)) return new Retryable(`Slack: ${doing}: ${error}`, { ...facts, mayHaveHappened: PERHAPS.has(error) });
  if (OURS.has(error)) return new Bug(`Slack: ${doing}: ${error}`, facts);
  return new Rejected(`Slack: ${doing}: ${error}`, facts);
}
