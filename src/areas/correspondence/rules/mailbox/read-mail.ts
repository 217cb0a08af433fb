/**
 * Reads what a mail asks for: the plain rules over its own words, its subject and its files.
 *
 * Every sentence is tried against every phrase. What is found names its place, so that a person
 * sees at a glance why; nothing found is `other`, which is an answer too.
 */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { type Finding, type Intent, type Said, intents } from './intent.ts';
import { type Phrases, phrases } from './phrases.ts';
import { amountIn } from './said-money.ts';
import { dayIn } from './said-day.ts';
import { type Sentence, ownEnd, sentencesOf } from './sentences.ts';

export type ToRead = {
  readonly subject: string;
  readonly body: string;
  readonly fileNames: readonly string[];
  readonly language: Language;
  /** The day on which it came, where the desk is. */
  readonly today: Day;
  /** A machine wrote it: an absence, a bounce. */
  readonly automatic: boolean;
};

const sure = 90;
const likely = 70;
const bySubject = 75;
const byFile = 80;
const guess = 50;
const mostSentences = 400;

/** What the mail asks for; the main intent first. Never empty. */
export function readMail(mail: ToRead): Finding[] {
  const forwarded = /^\s*(?:fwd?|rv|reenv[ií]o)\s*:/iu.test(mail.subject);
  const own = mail.body.slice(0, ownEnd(mail.body, forwarded));
  const sentences = sentencesOf(own).slice(0, mostSentences);
  const found = [
    ...sentences.flatMap((sentence, at) => inSentence(sentence, at, sentences, mail)),
    ...inSubject(mail),
    ...inFiles(mail),
  ];
  const kept = surestOfEach(found).filter(({ intent }) => fits(intent, mail));
  return kept.length > 0 ? mended(kept) : [other(mail)];
}

function inSentence(
  sentence: Sentence,
  at: number,
  all: readonly Sentence[],
  mail: ToRead,
): Finding[] {
  return phrases.flatMap((phrase) => {
    const confidence = strength(phrase, sentence.text);
    if (confidence === 0) return [];
    const said = saidBy(phrase.intent, sentence, all[at + 1], mail);
    const { from, to, text } = sentence;
    const finding: Finding = {
      intent: phrase.intent,
      confidence: confidence + (said.on !== undefined || said.amount !== undefined ? 5 : 0),
      from,
      to,
      evidence: text,
      where: 'body',
      said,
    };
    return [finding];
  });
}

function strength({ sure: plain, likely: weaker, unless }: Phrases, text: string): number {
  const found = plain.test(text) ? sure : weaker?.test(text) ? likely : 0;
  return found > 0 && unless?.test(text) ? 0 : found;
}

function inSubject({ subject, language, today }: ToRead): Finding[] {
  // A mark of reply stands before words that were ours.
  if (/^\s*(?:re|aw|rv|sv|rif|resp)\s*(?:\[\d+\])?\s*:/iu.test(subject)) return [];
  return phrases.flatMap((phrase) => {
    if (strength(phrase, subject) < sure) return [];
    const words = { from: 0, to: 0, text: subject };
    const said = saidBy(phrase.intent, words, undefined, { language, today });
    const { intent } = phrase;
    return [
      { intent, confidence: bySubject, from: 0, to: 0, evidence: subject, where: 'subject', said },
    ];
  });
}

const remittanceFile =
  /remit|advice|payment[ _-]?(?:detail|notice)|aviso|remesa|comprobante|pago[s_ -]/iu;

function inFiles({ fileNames }: ToRead): Finding[] {
  const named = fileNames.find((name) => remittanceFile.test(name));
  if (named === undefined) return [];
  const said = {};
  return [
    {
      intent: 'remittance',
      confidence: byFile,
      from: 0,
      to: 0,
      evidence: named,
      where: 'file',
      said,
    },
  ];
}

type Place = Pick<ToRead, 'language' | 'today'>;

/** Amount, day, check number; a promise's amount may stand in the next sentence. */
function saidBy(
  intent: Intent,
  { text }: Sentence,
  next: Sentence | undefined,
  { language, today }: Place,
): Said {
  if (intent === 'promise') {
    const amount = amountIn(text) ?? (next && amountIn(next.text));
    const when = { today, language, tense: 'future' } as const;
    return withDay(amount ?? {}, dayIn(text, when) ?? (next && dayIn(next.text, when)));
  }
  if (intent === 'already_paid') {
    const number = checkNumber.exec(text)?.[1] ?? (next && checkNumber.exec(next.text)?.[1]);
    const paid = withDay(amountIn(text) ?? {}, dayIn(text, { today, language, tense: 'past' }));
    return number === undefined ? paid : { ...paid, checkNumber: number };
  }
  if (intent === 'out_of_office') return withDay({}, returnDay(text, next, { language, today }));
  if (intent === 'copy_request') {
    return /statement|estados? de cuenta/iu.test(text) ? { of: 'statement' } : {};
  }
  return intent === 'opt_out' ? { channels: channelsIn(text) } : {};
}

function withDay(said: Said, on: Day | undefined): Said {
  return on === undefined ? said : { ...said, on };
}

const checkNumber =
  /\b(?:check|cheque|ck|chk)\s*(?:no\.?|n[uú]mero|number|num\.?|#)?\s*[:#]?\s*(\d{3,12})\b/iu;
const returning = new RegExp(
  String.raw`(?:return(?:ing)?|back|until|through|regres\p{L}*|volver\p{L}*|vuelv\p{L}*|hasta)` +
    String.raw`(?:\s+(?:to|on|in|at|the|office|a|la|oficina|el|de|mi|d[ií]a)\b)*\s+(.{3,60})`,
  'iu',
);

function returnDay(text: string, next: Sentence | undefined, place: Place): Day | undefined {
  const words = returning.exec(text)?.[1] ?? returning.exec(next?.text ?? '')?.[1];
  return words === undefined ? undefined : dayIn(words, { ...place, tense: 'future' });
}

function channelsIn(text: string): NonNullable<Said['channels']> {
  const named = [
    /e-?mail|correo|suscrib|suscripci|subscri|\blist\b|lista/iu.test(text)
      ? ['email' as const]
      : [],
    /call|phone|llam/iu.test(text) ? ['call' as const] : [],
    /text|sms|mensaj/iu.test(text) ? ['text' as const] : [],
  ].flat();
  return named.length > 0 ? named : ['all'];
}

/** Of each intent the surest place, the fullest of equals; the surest intents first. */
function surestOfEach(found: readonly Finding[]): Finding[] {
  const best = new Map<Intent, Finding>();
  for (const each of found) {
    const known = best.get(each.intent);
    if (known === undefined || weight(each) > weight(known)) best.set(each.intent, each);
  }
  return [...best.values()].toSorted(
    (a, b) => b.confidence - a.confidence || intents.indexOf(a.intent) - intents.indexOf(b.intent),
  );
}

function weight({ confidence, said }: Finding): number {
  return confidence + Object.keys(said).length * 2;
}

/** An absence is only believed of a machine or beside nothing else that matters. */
function fits(intent: Intent, { automatic, subject }: ToRead): boolean {
  if (intent !== 'out_of_office') return !automatic;
  return automatic || /out of|automatic|autom[aá]tic|fuera de|ausen/iu.test(subject);
}

/**
 * Findings that explain one another: a remittance that says "was paid" is a remittance, a
 * dispute that says why it will not be paid is no promise.
 */
function mended(found: readonly Finding[]): Finding[] {
  const has = (intent: Intent): boolean => found.some((each) => each.intent === intent);
  return found.filter(({ intent, confidence, from, where }) => {
    if (intent === 'already_paid' && has('remittance')) return false;
    if (intent === 'copy_request' && where === 'body') {
      const paid = found.find((each) => each.intent === 'already_paid' && each.from === from);
      return paid === undefined || confidence > paid.confidence;
    }
    return true;
  });
}

function other({ body, subject }: ToRead): Finding {
  const first = sentencesOf(body)[0];
  return {
    intent: 'other',
    confidence: guess,
    from: first?.from ?? 0,
    to: first?.to ?? 0,
    evidence: first?.text ?? subject,
    where: first === undefined ? 'subject' : 'body',
    said: {},
  };
}
