import { WEEKDAYS, type Board, type BoardItem, type Language, type Proposal, type TeamForm } from '@parley/core/contracts';
import type { Button, HomeView, KnownBlock } from '@slack/types';
import { context, header, moment, section } from './blocks.js';
import { homeWord, type HomeWord } from './home-words.js';
import { cut, escaped, link } from './mrkdwn.js';
import { reasonWord } from './words.js';

/** What the buttons of App Home are called in payloads. `open` is a link; Slack tells of it all the same. */
export const HOME = { refresh: 'home.refresh', open: 'home.open', addTeam: 'home.team.new', editTeam: 'home.team.edit', use: 'home.proposal.use', drop: 'home.proposal.drop' } as const;

/** How much of a proposal is shown in the list; the form shows it whole. */
const EXCERPT = 600;
const MINUTE_MS = 60_000;

/** App Home: who waits, what is with the visitor, how it went lately, and for those who run it what waits for review and the teams. */
export function homeView(board: Board, reads: Language, linkOf: (place: string) => string | null): HomeView {
  const w = (id: HomeWord, values?: Readonly<Record<string, string>>) => homeWord(reads, id, values);
  if (board.may === 'nothing') return { type: 'home', blocks: [section(w('home.none'))] };
  const runs = board.may === 'run';
  const blocks: KnownBlock[] = [
    header(w('home.title', { shop: board.shop })),
    { type: 'actions', elements: [button(HOME.refresh, w('button.refresh'), 'home')] },
    section(`*${w('home.queue', { count: String(board.waiting) })}*`),
    ...(board.queue.length === 0 ? [context([w('home.queue.none')])] : board.queue.map((item) => line(item, reads, linkOf))),
    ...(board.waiting > board.queue.length ? [context([w('home.queue.more', { count: String(board.waiting - board.queue.length) })])] : []),
    { type: 'divider' },
    section(`*${w('home.mine', { count: String(board.mine.length) })}*`),
    ...(board.mine.length === 0 ? [context([w('home.mine.none')])] : board.mine.map((item) => line(item, reads, linkOf))),
    { type: 'divider' },
    section(`*${w('home.figures')}*`),
    figures(board, reads),
    ...(board.proposals.length === 0 ? [] : [{ type: 'divider' as const }, section(`*${w('home.proposals')}*`), ...board.proposals.flatMap((p) => proposal(p, reads))]),
    { type: 'divider' },
    section(`*${w('home.teams')}*`),
    ...(board.teams.length === 0 ? [context([w('home.teams.none')])] : board.teams.map((team) => teamLine(team, reads, runs))),
    ...(runs ? [{ type: 'actions' as const, elements: [button(HOME.addTeam, w('button.team.new'), 'new', board.teams.length === 0 ? 'primary' : undefined)] }] : []),
  ];
  return { type: 'home', blocks };
}

function button(action_id: string, text: string, value: string, style?: 'primary' | 'danger'): Button {
  return { type: 'button', action_id, value, text: { type: 'plain_text', text }, ...(style === undefined ? {} : { style }) };
}

function line(item: BoardItem, reads: Language, linkOf: (place: string) => string | null): KnownBlock {
  const url = item.place === null ? null : linkOf(item.place);
  const when = item.waitingSince === null ? homeWord(reads, 'item.answered') : homeWord(reads, 'item.since', { time: moment(item.waitingSince) });
  const text = `*${item.number}* · ${reasonWord(reads, item.reason)}${item.priority === 'normal' ? '' : ' ❗'}\n>${escaped(item.asked)}\n${when}${item.team === null ? '' : ` · ${homeWord(reads, 'item.team', { team: escaped(item.team) })}`}`;
  return url === null ? section(text) : { ...section(text), accessory: { ...button(HOME.open, homeWord(reads, 'item.open'), item.handoff), url } };
}

function figures({ figures: f }: Board, reads: Language): KnownBlock {
  const minutes = (ms: number | null) => (ms === null ? homeWord(reads, 'figure.none') : ms < MINUTE_MS ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / MINUTE_MS)} min`);
  const field = (id: HomeWord, value: string) => ({ type: 'mrkdwn' as const, text: `${homeWord(reads, id)}\n*${value}*` });
  return {
    type: 'section',
    fields: [
      field('figure.offered', String(f.offered)),
      field('figure.accepted', f.offered === 0 ? '0' : `${f.accepted} (${Math.round((f.accepted / f.offered) * 100)} %)`),
      field('figure.wait', f.waitHalf === null ? minutes(null) : `${minutes(f.waitHalf)} / ${minutes(f.waitNine)}`),
      field('figure.reply', minutes(f.replyHalf)),
      field('figure.nobody', String(f.nobodyCame)),
    ],
  };
}

function proposal(p: Proposal, reads: Language): KnownBlock[] {
  const w = (id: HomeWord, values?: Readonly<Record<string, string>>) => homeWord(reads, id, values);
  const part = (title: string, text: string) => `_${title}_\n${quote(cut(text, EXCERPT))}`;
  return [
    section([part(w('proposal.asked'), p.question), ...(p.suggested === null ? [] : [part(w('proposal.suggested'), p.suggested)]), part(w('proposal.answer', { by: p.by }), p.answer)].join('\n')),
    {
      type: 'actions',
      elements: [
        button(HOME.use, w('button.use'), p.id, 'primary'),
        { ...button(HOME.drop, w('button.drop'), p.id), confirm: { title: plain(w('button.drop')), text: plain(w('confirm.drop')), confirm: plain(w('button.drop')), deny: plain(w('form.cancel')) } },
      ],
    },
  ];
}

function quote(text: string): string {
  return escaped(text).split('\n').map((one) => `>${one}`).join('\n');
}

function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

function teamLine(team: TeamForm, reads: Language, runs: boolean): KnownBlock {
  const words = homeWord(reads, 'team.line', { target: escaped(team.target), capacity: String(team.capacity), accept: String(team.acceptMinutes), reply: String(team.replyMinutes) });
  const text = `*${escaped(team.name)}*\n${words}\n${hoursWords(team.hours, reads)}`;
  return runs ? { ...section(text), accessory: button(HOME.editTeam, homeWord(reads, 'button.team.edit'), team.name) } : section(text);
}

function hoursWords(hours: TeamForm['hours'], reads: Language): string {
  if (hours === null) return homeWord(reads, 'team.always');
  if (hours === 'as-set') return homeWord(reads, 'team.hours.own');
  return homeWord(reads, 'team.hours', { days: WEEKDAYS.filter((d) => hours.days.includes(d)).map((d) => homeWord(reads, `day.${d}`)).join(reads === 'zh' ? '、' : ', '), from: hours.from, to: hours.to, zone: hours.timeZone });
}

/** A few lines for whoever typed the slash command; only they see them. */
export function queueWords(board: Board, reads: Language, linkOf: (place: string) => string | null): string {
  if (board.may === 'nothing') return homeWord(reads, 'home.none');
  const lines = board.queue.slice(0, 5).map((item) => {
    const url = item.place === null ? null : linkOf(item.place);
    return `• ${url === null ? item.number : link(url, item.number)} ${reasonWord(reads, item.reason)}: ${escaped(cut(item.asked, 120))}`;
  });
  return [homeWord(reads, 'command.queue', { waiting: String(board.waiting), mine: String(board.mine.length) }), ...lines].join('\n');
}
