import { it } from '@jest/globals';

/** Everything a connector may be asked to prove, by facet. A facet it does not have asks nothing. */
export const RULES = {
  'inbound.routes': 'listens on paths of its own, with bounded bodies',
  'inbound.method': 'refuses another method before anything else',
  'inbound.admits': 'lets the host’s own requests in and makes sound events of them',
  'inbound.order': 'judges the signature before it looks into the body',
  'inbound.signature': 'refuses a request that is unsigned or signed by somebody else',
  'inbound.rotation': 'accepts the older secret while a rotation is on',
  'inbound.tampered': 'refuses a body in which one byte was changed',
  'inbound.stale': 'refuses what was signed long ago',
  'inbound.future': 'refuses what is signed for a time to come',
  'inbound.account': 'believes no account but the one that is proven',
  'inbound.garbage': 'refuses or bears any well-signed body, and never throws',
  'inbound.wild': 'never throws, whatever comes in',
  'inbound.same-key': 'gives the same event the same key, and different ones different keys',
  'inbound.lossless': 'keeps ids beyond 2^53 digit by digit',
  'inbound.answer': 'acknowledges what is stored, known already, or parked',
  'inbound.passive': 'carries a message in the acknowledgement',
  'inbound.parked': 'has its events parked for an unknown account, and adopted later',
  'pull.pages': 'reads on from where it was, and the same from the same place',
  'pull.errors': 'fails within the error family, with nothing changed',
  'channel.laws': 'states laws that fit together',
  'channel.render': 'renders any reply within its laws and loses nothing',
  'channel.send': 'shows the shopper what was sent, and says under which id',
  'channel.repeated': 'keeps its law of repetition',
  'channel.withheld': 'is driven through a lost answer without a second message',
  'channel.errors': 'names every refusal of the host by its kind',
  'channel.strange-answers': 'stays within the error family whatever the host answers',
  'channel.abort': 'sends nothing once it was called off',
  'commerce.reading': 'reads orders and products in the common form, with string ids',
  'commerce.strange-answers': 'stays within the error family whatever the host answers',
  'commerce.options': 'offers actions in the common form',
  'commerce.perform': 'starts an action once per key and hands out the host’s id digit by digit',
  'commerce.lookup': 'tells a receipt from a pending job, and absent from unknown',
  'desk.open': 'opens one assignment, however often it is asked',
  'desk.post': 'adds an entry once per key and finds it',
  'desk.long': 'adds an entry of any length',
  'desk.files': 'brings a file once per key, whole, and hands out none that is not the host’s',
  'desk.reflect': 'takes back what nobody has accepted, and bears that it is over',
  'knowledge.docs': 'lists to the end, and reads what it listed',
  'install.garbage': 'refuses any proof that is none, within the error family',
} as const;
export type Rule = keyof typeof RULES;

/** Why a rule does not hold for a connector. A reason is a sentence; without one there is no exemption. */
export type Exemptions = Partial<Record<Rule, string>>;

/** Shorter than this is no reason. */
const SENTENCE = 20;

/** Declares one rule as a test; an exempted one shows up as skipped, with its reason. */
export function ruleOf(exempt: Exemptions): (rule: Rule, prove: () => Promise<void>) => void {
  return (rule, prove) => {
    const reason = exempt[rule];
    if (reason === undefined) it(`${rule}: ${RULES[rule]}`, prove);
    else if (reason.length < SENTENCE) throw new Error(`${rule} is exempted without a reason`);
    else it.skip(`${rule}: exempt, because ${reason}`, prove);
  };
}
