import type { HandoffReason, Language, Priority } from '../../contracts/index.js';
import type { HandoffSettings, Route, Team } from './settings.js';

/** What a route is chosen by. */
export interface Wish {
  reason: HandoffReason;
  language: Language;
  priority: Priority;
  intent: string;
  channel: string;
}

/** The team a hand-off goes to, and in words why; null where the merchant has no team. Pure. */
export function routeOf(settings: HandoffSettings, wish: Wish): { team: Team; why: string } | null {
  for (const [n, route] of settings.routes.entries()) {
    const team = settings.teams.find((t) => t.name === route.team);
    if (team !== undefined && matches(route.when, wish)) return { team, why: `route ${n + 1}` };
  }
  const [first] = settings.teams;
  return first === undefined ? null : { team: first, why: 'no route matches; the first team' };
}

/** How much a reason presses, before the merchant's rules. */
export function priorityOf(reason: HandoffReason): Priority {
  switch (reason) {
    case 'safety':
      return 'urgent';
    case 'anger':
    case 'vip':
    case 'uncertain-action':
      return 'high';
    case 'asked':
    case 'policy':
    case 'low-confidence':
    case 'failed-flow':
      return 'normal';
  }
}

function matches(when: Route['when'], wish: Wish): boolean {
  const among = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  return (
    among(when.reasons, wish.reason) &&
    among(when.languages, wish.language) &&
    among(when.priorities, wish.priority) &&
    among(when.channels, wish.channel) &&
    (when.intents.length === 0 || when.intents.some((begin) => wish.intent.startsWith(begin)))
  );
}
