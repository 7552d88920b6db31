import { WEEKDAYS, type Language, type TeamForm } from '@parley/core/contracts';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { context } from './blocks.js';
import { homeWord, type HomeWord } from './home-words.js';

export const TEAM_FORM = 'form.team';
/** What the form carries from its opening to its being sent: which team it changes, and the hours' clock. Nothing in it gives a right. */
export const TeamAbout = z.strictObject({ before: z.string().max(100).nullable(), timeZone: z.string().max(60), hoursShown: z.boolean() });
export type TeamAbout = z.infer<typeof TeamAbout>;

/** A team as it begins: what the settings themselves take for granted. */
export const NEW_TEAM = { name: '', target: '', capacity: 5, acceptMinutes: 5, escalateMinutes: 10, giveUpMinutes: 30, replyMinutes: 10, lead: null, members: [], hours: null } satisfies Omit<TeamForm, 'language'>;
const USUAL = { from: '09:00', to: '18:00' };

type Element = InputBlock['element'];

/** The form for one team, with its present settings or a new team's. */
export function teamForm(team: TeamForm, about: TeamAbout, reads: Language): ModalView {
  const text = (id: HomeWord) => ({ type: 'plain_text' as const, text: homeWord(reads, id) });
  const input = (id: HomeWord, element: Element, more: { optional?: boolean; hint?: HomeWord } = {}): InputBlock => ({ type: 'input', block_id: id, label: text(id), element, ...(more.optional === true ? { optional: true } : {}), ...(more.hint === undefined ? {} : { hint: text(more.hint) }) });
  const number = (value: number): Element => ({ type: 'plain_text_input', action_id: 'v', initial_value: String(value), max_length: 5 });
  const option = (language: Language) => ({ text: text(`language.${language}`), value: language });
  const day = (d: (typeof WEEKDAYS)[number]) => ({ text: text(`day.${d}`), value: d });
  const hours = team.hours === 'as-set' || team.hours === null ? null : team.hours;
  const blocks: KnownBlock[] = [
    input('team.name', { type: 'plain_text_input', action_id: 'v', max_length: 100, ...(team.name === '' ? {} : { initial_value: team.name }) }),
    input('team.channel', { type: 'conversations_select', action_id: 'v', filter: { include: ['public', 'private'], exclude_bot_users: true }, ...(team.target === '' ? {} : { initial_conversation: team.target }) }, { hint: 'team.channel.hint' }),
    input('team.language', { type: 'static_select', action_id: 'v', options: [option('en'), option('zh')], initial_option: option(team.language) }),
    input('team.members', { type: 'multi_users_select', action_id: 'v', ...(team.members.length === 0 ? {} : { initial_users: team.members }) }, { optional: true }),
    input('team.lead', { type: 'users_select', action_id: 'v', ...(team.lead === null ? {} : { initial_user: team.lead }) }, { optional: true }),
    input('team.capacity', number(team.capacity)),
    input('team.accept', number(team.acceptMinutes)),
    input('team.escalate', number(team.escalateMinutes)),
    input('team.giveUp', number(team.giveUpMinutes)),
    input('team.reply', number(team.replyMinutes)),
    ...(about.hoursShown
      ? [
          input('team.days', { type: 'checkboxes', action_id: 'v', options: WEEKDAYS.map(day), ...(hours === null ? {} : { initial_options: WEEKDAYS.filter((d) => hours.days.includes(d)).map(day) }) }, { optional: true }),
          input('team.from', { type: 'timepicker', action_id: 'v', initial_time: hours?.from ?? USUAL.from }),
          input('team.to', { type: 'timepicker', action_id: 'v', initial_time: pickerTime(hours?.to ?? USUAL.to) }),
          context([homeWord(reads, 'team.zone.hint', { zone: about.timeZone })]),
        ]
      : [context([homeWord(reads, 'team.hours.own')])]),
  ];
  return { type: 'modal', callback_id: TEAM_FORM, private_metadata: JSON.stringify(about), title: text(about.before === null ? 'form.team.new' : 'form.team.edit'), submit: text('form.save'), close: text('form.cancel'), blocks };
}

/** Slack's clock ends at 23:59; midnight at the end of a day is its 00:00. */
function pickerTime(time: string): string {
  return time === '24:00' ? '00:00' : time;
}

const Value = z.object({
  value: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_time: z.string().nullish(),
});
export const FormState = z.record(z.string(), z.record(z.string(), Value));
export type FormState = z.infer<typeof FormState>;

const Minutes = z.string().regex(/^\s*\d{1,5}\s*$/).transform(Number).pipe(z.number().int().min(1).max(10_080));
const Capacity = z.string().regex(/^\s*\d{1,3}\s*$/).transform(Number).pipe(z.number().int().min(1).max(100));

/** What was filled in, or what is wrong with it by field. Slack itself sees to fields that must not be empty. */
export function readTeam(state: FormState, about: TeamAbout, reads: Language): { ok: true; form: TeamForm } | { ok: false; errors: Record<string, string> } {
  const of = (id: HomeWord) => state[id]?.['v'];
  const errors: Record<string, string> = {};
  const minutes = (id: HomeWord) => {
    const read = Minutes.safeParse(of(id)?.value ?? '');
    if (!read.success) errors[id] = homeWord(reads, 'error.minutes');
    return read.data ?? 1;
  };
  const capacity = Capacity.safeParse(of('team.capacity')?.value ?? '');
  if (!capacity.success) errors['team.capacity'] = homeWord(reads, 'error.capacity');
  const days = WEEKDAYS.filter((d) => of('team.days')?.selected_options?.some((o) => o.value === d) === true);
  const from = of('team.from')?.selected_time ?? USUAL.from;
  const end = of('team.to')?.selected_time ?? USUAL.to;
  const to = end === '00:00' ? '24:00' : end;
  if (about.hoursShown && days.length > 0 && from >= to) errors['team.to'] = homeWord(reads, 'error.hours');
  const form: TeamForm = {
    name: (of('team.name')?.value ?? '').trim().slice(0, 100),
    target: of('team.channel')?.selected_conversation ?? '',
    language: of('team.language')?.selected_option?.value === 'zh' ? 'zh' : 'en',
    capacity: capacity.data ?? 1,
    acceptMinutes: minutes('team.accept'),
    escalateMinutes: minutes('team.escalate'),
    giveUpMinutes: minutes('team.giveUp'),
    replyMinutes: minutes('team.reply'),
    lead: of('team.lead')?.selected_user ?? null,
    members: of('team.members')?.selected_users ?? [],
    hours: !about.hoursShown ? 'as-set' : days.length === 0 ? null : { timeZone: about.timeZone, days, from, to },
  };
  if (form.name === '') errors['team.name'] = homeWord(reads, 'error.name');
  if (form.target === '') errors['team.channel'] = homeWord(reads, 'error.channel');
  return Object.keys(errors).length === 0 ? { ok: true, form } : { ok: false, errors };
}
