import type { Agent } from '../../contracts/index.js';
import type { DeskWord } from './desk-words.js';
import type { Team } from './settings.js';

/**
 * Why somebody may not act on a hand-off, in the desk's words; null where they may. The host vouches for who they are; guests of
 * another organisation never may: in a shared channel they see what is written, and that is all. Pure.
 */
export function refusalOf(team: Team | null, agent: Agent): DeskWord | null {
  if (agent.outside) return 'no.outside';
  if (team !== null && team.members.length > 0 && !team.members.includes(agent.id)) return 'no.member';
  return null;
}
