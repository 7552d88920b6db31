import type { Channel, Commerce, Connector, Desk, Inbound } from '@parley/core/contracts';
import { worstCommerce } from './actions.js';
import { worstChannel } from './channel.js';
import { worstDesk } from './desk.js';
import { connectorIdOf, type WorstDeps } from './flavour.js';
import { hostAsk } from './host-call.js';
import { worstInbound } from './inbound.js';

/** The worst host with the facets it has; it installs by hand and holds no pages, so `install` and `knowledge` are absent. */
export interface WorstConnector extends Connector {
  inbound: Inbound;
  channel: Channel;
  commerce: Commerce;
  desk: Desk;
}

/** A connector for the made-up host of `plugins/sandbox/src/worst-host/protocol.md`: whatever is hardest about real ones, at once. */
export function createWorstConnector(deps: WorstDeps): WorstConnector {
  const ask = hostAsk(deps);
  return {
    id: connectorIdOf(deps.flavour),
    inbound: worstInbound(deps, ask),
    channel: worstChannel(deps, ask),
    commerce: worstCommerce(deps, ask),
    desk: worstDesk(deps, ask),
  };
}
