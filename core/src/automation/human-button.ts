import type { FlowContext } from './flow.js';
import { phrase } from './phrases/index.js';

/** One press away from a person. */
export function humanButton(c: FlowContext): { label: string; value: string } {
  return { label: phrase(c.language, 'button.human'), value: c.language === 'zh' ? '转人工' : 'I want to talk to a person' };
}
