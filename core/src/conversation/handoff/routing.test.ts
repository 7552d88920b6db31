import { describe, expect, it } from '@jest/globals';
import { priorityOf, routeOf, type Wish } from './routing.js';
import { HandoffSettings } from './settings.js';

const team = (name: string) => ({ name, installation: 'in_1', target: `C-${name}` });
const settings = HandoffSettings.parse({
  teams: [team('Care'), team('Refunds'), team('中文')],
  routes: [
    { when: { intents: ['refund.', 'return.'], languages: ['en'] }, team: 'Refunds' },
    { when: { languages: ['zh'] }, team: '中文' },
    { when: { priorities: ['urgent'], channels: ['webchat'] }, team: 'Refunds' },
  ],
});
const wish = (set: Partial<Wish> = {}): Wish => ({ reason: 'asked', language: 'en', priority: 'normal', intent: 'human', channel: 'webchat', ...set });

describe('routing', () => {
  it.each([
    ['what no route names goes to the first team', {}, 'Care'],
    ['a beginning of an intent', { intent: 'refund.request' }, 'Refunds'],
    ['all of a route must match', { intent: 'refund.request', language: 'zh' as const }, '中文'],
    ['priority and channel', { priority: 'urgent' as const }, 'Refunds'],
    ['another channel', { priority: 'urgent' as const, channel: 'wechat' }, 'Care'],
  ])('%s', (_, set, expected) => expect(routeOf(settings, wish(set))?.team.name).toBe(expected));

  it('has nowhere to go without a team', () => expect(routeOf(HandoffSettings.parse({ teams: [] }), wish())).toBeNull());

  it('knows what presses', () => {
    expect(priorityOf('safety')).toBe('urgent');
    expect(priorityOf('anger')).toBe('high');
    expect(priorityOf('asked')).toBe('normal');
  });
});

describe('the settings', () => {
  it.each([
    ['two teams of one name', { teams: [team('A'), team('A')] }, 'two teams have one name'],
    ['a route to nowhere', { teams: [team('A')], routes: [{ when: {}, team: 'B' }] }, 'there is no team named B'],
    ['an escalation to itself', { teams: [{ ...team('A'), escalateTo: 'A' }] }, 'names another team'],
  ])('refuse %s', (_, value, message) => {
    const read = HandoffSettings.safeParse(value);
    expect(read.success ? [] : read.error.issues.map((i) => i.message)).toContain(message);
  });
});
