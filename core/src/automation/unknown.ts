import { result, type Flow } from './flow.js';
import { offerHuman } from './human.js';
import { humanButton } from './human-button.js';
import { say } from './say.js';

/** The honest "I don't know", with the way to somebody who may. */
export const unknownFlow: Flow = {
  id: 'unknown',
  run(c) {
    const picture = c.images > 0 && c.text.trim() === '';
    return Promise.resolve(
      result(c, {
        outcome: 'unknown',
        reason: picture ? 'a picture without words' : 'not understood surely enough to answer',
        say: [say(picture ? 'unknown.image' : 'unknown'), say('human.offer')],
        parts: [{ type: 'buttons', buttons: [humanButton(c)] }],
        ...offerHuman(c, 'unknown'),
      }),
    );
  },
};
