import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { z as zod } from 'zod';
import { FIELD, FORMS } from './blocks.js';
import { plain } from './mrkdwn.js';
import type { FormFor } from './reader.js';
import { word, type SlackWord } from './words.js';

type About = zod.infer<typeof FormFor>;

/** Slack takes this much in a field. */
const FIELD_LENGTH = 3_000;
const Sections = z.array(z.object({ type: z.literal('section'), text: z.object({ text: z.string() }) }).or(z.unknown().transform(() => null)));

/** The reply that was suggested, to be changed before it goes out. */
export function editForm(about: About, blocks: readonly unknown[]): ModalView {
  return form(FORMS.edit, about, 'modal.edit', { label: 'modal.edit.label', initial: suggestedIn(blocks), optional: false });
}

/** What is told to the shopper when Parley takes over again. */
export function returnForm(about: About): ModalView {
  return form(FORMS.giveBack, about, 'modal.return', { label: 'modal.return.label', initial: '', optional: true });
}

/** The quoted lines of a suggestion's message. */
function suggestedIn(blocks: readonly unknown[]): string {
  const read = Sections.safeParse(blocks);
  const texts = read.success ? read.data.flatMap((b) => (b === null ? [] : [b.text.text])) : [];
  const lines = texts.join('\n').split('\n').filter((line) => line.startsWith('>') || line.startsWith('&gt;'));
  return plain(lines.map((line) => line.replace(/^(?:>|&gt;) ?/, '')).join('\n'));
}

function form(callback_id: string, about: About, title: SlackWord, field: { label: SlackWord; initial: string; optional: boolean }): ModalView {
  const text = (id: SlackWord) => ({ type: 'plain_text' as const, text: word(about.language, id) });
  return {
    type: 'modal',
    callback_id,
    private_metadata: JSON.stringify(about),
    title: text(title),
    submit: text('modal.submit'),
    close: text('modal.cancel'),
    blocks: [
      {
        type: 'input',
        block_id: FIELD.block,
        optional: field.optional,
        label: text(field.label),
        element: { type: 'plain_text_input', action_id: FIELD.action, multiline: true, max_length: FIELD_LENGTH, ...(field.initial === '' ? {} : { initial_value: field.initial.slice(0, FIELD_LENGTH) }) },
      },
    ],
  };
}
