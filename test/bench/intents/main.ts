// npm run bench:intents -- --train F --test F: the intent model on any labelled texts, and nlp.js beside it.
import { z } from 'zod';
import { command, Refusal } from '../../../scripts/terminal/command.js';
import { foldsOf } from './folds.js';
import { readLabelled } from './labelled.js';
import { measureParley, type Measured } from './parley.js';
import { measurePeer } from './peer.js';

const USAGE = `usage: npm run bench:intents -- --train F [--test F] [--folds 5] [--oos-label oos] [--peer] [--json]
  --train      JSON lines {"text", "label"}, gzipped or not
  --test       the same; without it the training file is cross-validated
  --folds      of the cross-validation
  --oos-label  the label of texts that have no intent
  --peer       nlp.js on the same rows in the same run`;

const Options = z.object({ train: z.string(), test: z.string().optional(), folds: z.coerce.number().int().min(2).max(20), 'oos-label': z.string() });

await command(
  USAGE,
  {
    options: {
      train: { type: 'string' },
      test: { type: 'string' },
      folds: { type: 'string', default: '5' },
      'oos-label': { type: 'string', default: 'oos' },
      peer: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  },
  async ({ values }) => {
    const read = Options.safeParse(values);
    if (!read.success) throw new Refusal(`${read.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n')}\n${USAGE}`);
    const { train, test, folds } = read.data;
    const oos = read.data['oos-label'];
    const parts = test === undefined ? foldsOf(readLabelled(train), folds) : [{ train: readLabelled(train), test: readLabelled(test) }];
    const parley = meanOf(parts.map((p) => measureParley(p.train, p.test, oos)));
    const peers: Measured[] = [];
    if (values.peer) for (const p of parts) peers.push(await measurePeer(p.train, p.test, oos));
    const peer = peers.length === 0 ? null : meanOf(peers);
    if (values.json) {
      process.stdout.write(`${JSON.stringify({ ...parley, ...(peer === null ? {} : { peer }) })}\n`);
    } else {
      print('parley', parley);
      if (peer !== null) print('nlp.js', peer);
    }
    return 0;
  },
);

/** Figures of several folds, weighted by their texts. */
function meanOf(all: readonly Measured[]): Measured {
  const texts = all.reduce((sum, m) => sum + m.texts, 0);
  const mean = (of: (m: Measured) => number): number => all.reduce((sum, m) => sum + (of(m) * m.texts) / texts, 0);
  const withOutside = all.filter((m) => m.oosRecall !== null);
  return {
    texts,
    accuracy: mean((m) => m.accuracy),
    inScopeAccuracy: mean((m) => m.inScopeAccuracy),
    oosRecall: withOutside.length === 0 ? null : mean((m) => m.oosRecall ?? 0),
    falseRejection: mean((m) => m.falseRejection),
    mcc: mean((m) => m.mcc),
    macroF1: mean((m) => m.macroF1),
    ece: mean((m) => m.ece),
    trainSeconds: mean((m) => m.trainSeconds),
    microsPerMessage: mean((m) => m.microsPerMessage),
    memoryMb: mean((m) => m.memoryMb),
  };
}

function print(name: string, m: Measured): void {
  const percent = (x: number | null): string => (x === null ? '-' : `${(x * 100).toFixed(1)} %`);
  process.stdout.write(
    `${name.padEnd(8)} in scope ${percent(m.inScopeAccuracy)}, accuracy with rejection ${percent(m.accuracy)}, outside found ${percent(m.oosRecall)} at ${percent(m.falseRejection)} false rejection\n` +
      `         MCC ${m.mcc.toFixed(3)}, macro-F1 ${m.macroF1.toFixed(3)}, ECE ${m.ece.toFixed(3)}; trained in ${m.trainSeconds.toFixed(1)} s, ${m.microsPerMessage.toFixed(0)} µs a message, ${m.memoryMb.toFixed(0)} MB; ${m.texts} texts\n`,
  );
}
