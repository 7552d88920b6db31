import type { ChannelLaws, Clock, Log } from '@parley/core/contracts';

/** How a send to the worst host can be made safe: the host knows our key, can be asked, or nobody can tell. */
export type Flavour = ChannelLaws['resend'];

/** What the connector is given instead of taking it from the process. */
export interface WorstDeps {
  flavour: Flavour;
  clock: Clock;
  log: Log;
  /** Reaches the host; the global `fetch` fits. */
  fetch: typeof fetch;
  /** Longest wait for one answer, in milliseconds. */
  timeoutMs?: number;
}

/** The connector's id: one per flavour, since laws belong to a connector and not to an installation. */
export function connectorIdOf(flavour: Flavour): string {
  return `worst-${flavour}`;
}
