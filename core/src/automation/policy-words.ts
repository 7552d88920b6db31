import type { Evidence, Passage } from '../contracts/index.js';
import { say, type Say } from './say.js';

/** What the shop's pages say to a question, with what it rests on. `listed` is false where the page does not name the place asked about. */
export interface Rules {
  say: Say[];
  evidence: Evidence[];
  title: string;
  listed?: false;
}

/** A translation stands in its original's document under a heading of its own: that is the title its readers know. */
export function pageTitle(p: Passage): string {
  const foreign = p.language === 'zh' && !/\p{Script=Han}/u.test(p.title);
  return (foreign ? p.headings[0] : undefined) ?? p.title;
}

/** Names the page, and the heading the quoted words stand under: "Gift cards." alone would read as a yes. */
export function introOf(p: Passage, title: string): Say {
  const heading = p.headings.at(-1);
  return heading === undefined || heading === title ? say('policy.intro', { title }, ['passage-1']) : say('policy.intro-under', { title, heading }, ['passage-1']);
}
