import type { Wish } from '../contracts/index.js';
import type { Classified, Classifier } from './intent/model.js';
import { FAMILIES, familyOf } from './taxonomy/index.js';

/** Pieces looked at in one message: the work of a call is bounded. */
const MOST_PIECES = 8;
/** A piece this sure stands for itself; a piece of fewer letters hardly says anything alone. */
const SURE = 0.4;
const LEAST_HAN = 3;
const LEAST_LETTERS = 6;

/** Ends of sentences, and words that begin another matter: "and can I …", "also …", 另外 …, 顺便 …. */
const BORDERS =
  /[.?!;。？！；\n]+\s*|[,，、]?\s*\b(?:and|but|also|plus|then)\s+(?=(?:also|can|could|may|do|does|did|is|are|was|will|would|how|what|where|when|why|who|which|please|pls|i|i'd|i'm|tell|show|change|cancel|send)\b)|[,，]\s*(?=(?:另外|还有|顺便|再问|然后|而且|请问|还想|再|并且|能不能|可不可以|是不是|什么时候|怎么|also|another|by the way|btw|one more)(?:[^a-z]|\b))|(?<=\p{Script=Han})[，,]\s*(?=\p{Script=Han}{4,})/giu;

/** What only accompanies a matter. */
const AROUND = new Set(['greeting', 'thanks', 'goodbye', 'affirm', 'deny', 'talk.wait']);

/**
 * All that a message wants, in its order, where it wants more than one thing: neighbouring pieces that mean the same, or
 * nothing by themselves, are read together. Empty where the message is about one matter; then it is best read whole.
 */
export function wishesOf(model: Classifier, text: string): Wish[] {
  const pieces = piecesOf(text);
  if (pieces.length < 2) return [];
  const read = pieces.map((piece) => ({ ...piece, ...model.classify(text.slice(piece.start, piece.end)) }));
  const joined: (Piece & Classified)[] = [];
  for (const piece of read) {
    const before = joined.at(-1);
    const own = matterOf(piece);
    if (before === undefined || (own !== null && matterOf(before) !== null && own !== matterOf(before))) {
      joined.push(piece);
      continue;
    }
    const whole = { start: before.start, end: piece.end };
    // Everything read together is the message itself, which was read already.
    if (joined.length === 1 && piece === read.at(-1)) return [];
    joined[joined.length - 1] = { ...whole, ...model.classify(text.slice(whole.start, whole.end)) };
  }
  const wishes = joined.flatMap((piece): Wish[] => {
    const best = piece.intents[0];
    return best === undefined || matterOf(piece) === null ? [] : [{ intent: best.id, p: best.p, start: piece.start, end: piece.end }];
  });
  return new Set(wishes.map((w) => familyOf(w.intent))).size < 2 ? [] : wishes;
}

/** What a piece is surely about: a family, or the order, since one look at it answers whatever is asked of it; null where it says nothing by itself or only accompanies. */
function matterOf(piece: Classified): string | null {
  const best = piece.intents[0];
  if (best === undefined || !piece.known || piece.sureness < SURE) return null;
  const family = familyOf(best.id);
  if (AROUND.has(family)) return null;
  return FAMILIES[family]?.flow === 'order' ? 'order' : family;
}

interface Piece {
  start: number;
  end: number;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const m of text.matchAll(BORDERS)) {
    if (pieces.length === MOST_PIECES - 1) break;
    if (!says(text.slice(from, m.index))) continue;
    pieces.push({ start: from, end: m.index });
    from = m.index + m[0].length;
  }
  if (says(text.slice(from))) pieces.push({ start: from, end: text.trimEnd().length });
  else if (pieces.length > 0) pieces[pieces.length - 1] = { start: pieces.at(-1)?.start ?? 0, end: text.trimEnd().length };
  return pieces;
}

function says(piece: string): boolean {
  const han = piece.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= LEAST_HAN || (piece.match(/\p{L}/gu)?.length ?? 0) - han >= LEAST_LETTERS;
}
