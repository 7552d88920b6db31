import { el, icon, type IconName } from './el.js';
import type { Kit } from './kit.js';

/** What an empty chat shows: a greeting and a few questions that others ask. */
export function welcome(kit: Kit, greeting: string): HTMLElement {
  const { texts } = kit;
  const questions: [IconName, string][] = [
    ['truck', texts.suggest1],
    ['back', texts.suggest2],
    ['search', texts.suggest3],
    ['person', texts.suggest4],
  ];
  return el(
    'div',
    { class: 'welcome' },
    el('div', { class: 'hello' }, icon('spark')),
    el('h2', {}, greeting),
    el('p', {}, texts.intro),
    el(
      'div',
      { class: 'questions', role: 'group', 'aria-label': texts.suggestions },
      ...questions.map(([name, text]) => el('button', { type: 'button', class: 'question', onclick: () => kit.say(text) }, icon(name), el('span', {}, text))),
    ),
  );
}
