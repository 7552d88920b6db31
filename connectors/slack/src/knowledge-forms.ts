import type { Language, Proposal } from '@parley/core/contracts';
import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { context } from './blocks.js';
import { homeWord, type HomeWord } from './home-words.js';
import { cut } from './mrkdwn.js';

export const REVIEW_FORM = 'form.review';
export const LEARN_FORM = 'form.learn';
export const ReviewAbout = z.strictObject({ proposal: z.string().max(200) });
export const LearnAbout = z.strictObject({ place: z.string().max(200) });
/** The fields both forms have. */
export const QA = { question: 'question', answer: 'answer' } as const;

const QUESTION = 500;
const ANSWER = 3_000;

/** For whoever decides: the proposal, to be put right before it is used. */
export function reviewForm(p: Proposal, reads: Language): ModalView {
  return form(REVIEW_FORM, { proposal: p.id } satisfies z.infer<typeof ReviewAbout>, { title: 'form.review', submit: 'review.use', question: 'review.question', answer: 'review.answer', hint: 'review.hint' }, p, reads);
}

/** For an agent: words of a conversation that are worth keeping. */
export function learnForm(about: z.infer<typeof LearnAbout>, answer: string, reads: Language): ModalView {
  return form(LEARN_FORM, about, { title: 'form.learn', submit: 'learn.keep', question: 'learn.question', answer: 'learn.answer', hint: 'learn.hint' }, { question: '', answer }, reads);
}

function form(callback_id: string, about: object, words: Readonly<Record<'title' | 'submit' | 'question' | 'answer' | 'hint', HomeWord>>, initial: { question: string; answer: string }, reads: Language): ModalView {
  const text = (id: HomeWord) => ({ type: 'plain_text' as const, text: homeWord(reads, id) });
  const field = (block_id: string, label: HomeWord, value: string, most: number): InputBlock => ({ type: 'input', block_id, label: text(label), element: { type: 'plain_text_input', action_id: 'v', multiline: true, min_length: 2, max_length: most, ...(value === '' ? {} : { initial_value: cut(value, most) }) } });
  return {
    type: 'modal',
    callback_id,
    private_metadata: JSON.stringify(about),
    title: text(words.title),
    submit: text(words.submit),
    close: text('form.cancel'),
    blocks: [field(QA.question, words.question, initial.question, QUESTION), field(QA.answer, words.answer, initial.answer, ANSWER), context([homeWord(reads, words.hint)])],
  };
}
