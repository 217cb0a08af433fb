/**
 * What somebody who texts us wants: no more texts, texts again, help, or something to be read.
 *
 * Whoever asks us to stop is heeded at once, in whichever words; a keyword inside a question is
 * none, and goes to a person.
 */
import type { Language, Phrase } from '#kernel/words.ts';
import { isRevocation } from '#areas/compliance/rules/revocation.ts';

export const meanings = ['stop', 'start', 'help', 'other'] as const;
export type Meaning = (typeof meanings)[number];

const start: ReadonlySet<string> = new Set(['start', 'unstop', 'yes', 'si', 'alta', 'iniciar']);
const help: ReadonlySet<string> = new Set(['help', 'info', 'ayuda']);

export function meaningOf(body: string): Meaning {
  const plain = body
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (help.has(plain)) return 'help';
  if (start.has(plain)) return 'start';
  return isRevocation(body) ? 'stop' : 'other';
}

const answers: Readonly<Record<Exclude<Meaning, 'other'>, Phrase>> = {
  // One confirmation, without a word of marketing or debt: 47 CFR 64.1200(a)(12).
  stop: {
    en: '{company}: you will get no more texts from us. Reply START to get them again.',
    es: '{company}: no recibirá más textos nuestros. Responda ALTA para recibirlos de nuevo.',
  },
  start: {
    en: '{company}: you will get our texts again. Reply STOP to end, HELP for help.',
    es:
      '{company}: volverá a recibir nuestros textos. Responda ALTO para no recibir más, ' +
      'AYUDA para ayuda.',
  },
  help: {
    en: '{company}: call {phone} and a person will help you. Reply STOP to end.',
    es: '{company}: llame al {phone} y le atenderá una persona. Responda ALTO para no recibir más.',
  },
};

type AnswerFacts = { readonly company: string; readonly phone: string };

/** What we answer by ourselves; undefined where a person must read it. */
export function answerTo(
  meaning: Meaning,
  language: Language,
  facts: AnswerFacts,
): string | undefined {
  if (meaning === 'other') return undefined;
  return Object.entries(facts).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, () => value),
    answers[meaning][language],
  );
}

const optOut: Phrase = { en: 'Reply STOP to end.', es: 'Responda ALTO para no recibir más.' };

/** Every text that asks for something says how to be left alone (12 CFR 1006.6(e)). */
export function withOptOut(text: string, language: Language): string {
  const line = optOut[language];
  return /\b(?:stop|alto)\b/iu.test(text) ? text : `${text.trimEnd()} ${line}`;
}
