import type { Connector } from '@parley/core/contracts';
import { CONNECTOR, type SlackDeps, type SlackSettings } from './config.js';
import { slackDesk } from './desk.js';
import { slackInbound } from './inbound.js';
import { slackInstall } from './install.js';
import { createPeople } from './people.js';
import { createPressAgain } from './press-again.js';
import { createReader } from './reader.js';

export type SlackConnector = Connector & Required<Pick<Connector, 'install' | 'inbound' | 'desk'>>;

/** Slack as a desk: a hand-off is a thread in the team's channel. */
export function createSlackConnector(settings: SlackSettings, deps: SlackDeps): SlackConnector {
  const people = createPeople(settings, deps);
  return {
    id: CONNECTOR,
    install: slackInstall(settings, deps),
    inbound: slackInbound(createReader(settings, deps, people), createPressAgain(settings, deps, people)),
    desk: slackDesk(settings, deps),
  };
}
