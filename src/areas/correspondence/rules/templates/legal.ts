/**
 * Sentences that a pack wants in a message to a consumer, in the language of the message.
 *
 * A template names the packs it is for; without the sentence it is not released.
 */
import type { Language, Phrase } from '#kernel/words.ts';

type Sentence = { readonly says: Phrase; readonly pattern: Readonly<Record<Language, RegExp>> };

/** 15 U.S.C. 1692e(11): who collects says so, and what it may be used for. */
const collectorSpeaks: Sentence = {
  says: {
    en:
      'This is an attempt to collect a debt and any information obtained will be used for ' +
      'that purpose.',
    es: 'Este es un intento de cobrar una deuda y toda información obtenida se usará para ese fin.',
  },
  pattern: {
    en: /attempt to collect a debt[^.]*information[^.]*used for that purpose/iu,
    es: /intento de cobrar una deuda[^.]*informaci[oó]n[^.]*(?:usar|utiliz)[^.]*ese (?:fin|prop)/iu,
  },
};
/**
 * Every electronic message says how to stop such messages: 12 CFR 1006.6(e); D.C. Code
 * 28-3814(d)(4)(B); 6 RCNY 5-77, free and by one word.
 */
const howToStop: Sentence = {
  says: {
    en: 'To stop these messages, reply STOP.',
    es: 'Para dejar de recibir estos mensajes, responda ALTO.',
  },
  pattern: {
    en: /\b(?:stop|unsubscribe|opt[ -]?out)\b/iu,
    es: /\b(?:alto|stop|dejar de recibir|darse de baja)\b/iu,
  },
};

const sentences: Readonly<Record<string, readonly Sentence[]>> = {
  'US-FED-REGF': [collectorSpeaks, howToStop],
  'US-TCPA': [howToStop],
  'US-DC-28-3814': [howToStop],
  'US-NYC-5-77': [howToStop],
};

/** Packs that want a sentence. */
export const packsWithSentences: readonly string[] = Object.keys(sentences);

/** The sentences that these packs want and the body does not hold. */
export function missingSentences(
  body: string,
  packs: readonly string[],
  language: Language,
): string[] {
  const wanted = new Set(packs.flatMap((pack) => sentences[pack] ?? []));
  return [...wanted]
    .filter(({ pattern }) => !pattern[language].test(body))
    .map(({ says }) => says[language]);
}

/** Laws that want it in each electronic message, whoever wrote it and from what. */
const inEachMessage: ReadonlySet<string> = new Set(['US-FED-REGF', 'US-DC-28-3814', 'US-NYC-5-77']);

/** How messages are stopped, where a pack wants each to say so and the body does not. */
export function missingStop(
  body: string,
  packs: readonly string[],
  language: Language,
): string | undefined {
  const isWanted = packs.some((pack) => inEachMessage.has(pack));
  return isWanted && !howToStop.pattern[language].test(body) ? howToStop.says[language] : undefined;
}
