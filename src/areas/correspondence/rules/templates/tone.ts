/**
 * How we never speak to a customer: no threats, no shouting, no word to third parties, no false
 * urgency, no insults. FDCPA 15 U.S.C. 1692d–1692f names most of them; we hold to it for firms.
 *
 * A finding that `refuses` keeps the text from going out; one that does not is shown.
 */
import type { Language } from '#kernel/words.ts';

export const toneKinds = [
  'threat',
  'third_party',
  'urgency',
  'insult',
  'court',
  'shouting',
] as const;
export type ToneKind = (typeof toneKinds)[number];

export type Finding = {
  readonly kind: ToneKind;
  /** As they stand in the text. */
  readonly words: string;
  readonly refuses: boolean;
};

type Phrases = { readonly kind: ToneKind; readonly refuses: boolean; readonly pattern: RegExp };

const english: readonly Phrases[] = [
  refused(
    'threat',
    String.raw`arrest(?:s|ed|ing)?|jail(?:s|ed)?|prison|` +
      String.raw`criminal(?:ly)? (?:charges?|prosecut\w+|complaint)|garnish(?:ed|es|ment)?|` +
      String.raw`prosecut\w+|deport(?:ed|ation)?|immigration (?:authorities|status)|` +
      String.raw`(?:seize|take|repossess) your \w+|ruin your (?:credit|reputation|business)|` +
      String.raw`destroy your credit|you will regret|or else|we will sue|blacklist\w*`,
  ),
  refused(
    'third_party',
    String.raw`(?:tell|inform|notify|contact|call) your (?:employer|boss|neighbou?rs?|family|` +
      String.raw`friends|relatives|co-?workers|bank|customers|suppliers)|` +
      String.raw`publish your (?:name|debt)|` +
      String.raw`post (?:this|your \w+) (?:publicly|online)`,
  ),
  refused(
    'urgency',
    String.raw`act now|last chance|final warning|immediately or|before it is too late|` +
      String.raw`(?:with)?in the next (?:hour|24 hours)|within 24 hours|today only|` +
      String.raw`failure to (?:pay|respond) (?:now|today|immediately)`,
  ),
  refused('insult', String.raw`dead ?beats?|thie(?:f|ves)|liars?|crooks?|scoundrels?|shame on you`),
  refused(
    'court',
    String.raw`court order|summons|subpoena|warrant|(?:a )?judg(?:e)?ment against you|` +
      String.raw`attorney general|on behalf of the (?:court|government|state)`,
  ),
  warned('urgency', String.raw`urgent|immediately|at once|without delay`),
  warned('threat', String.raw`legal (?:action|steps|proceedings)|collection agency|attorneys?`),
];

const spanish: readonly Phrases[] = [
  refused(
    'threat',
    String.raw`arrest(?:os?|ad[oa]s?|ar(?:[aá]n?|emos)?)|c[aá]rcel|prisi[oó]n|deport\p{L}*|` +
      String.raw`embarg\p{L}*|denuncia(?:r\p{L}*)? penal|` +
      String.raw`lo denunciaremos|lo demandaremos|(?:quitar|tomar|incautar)\p{L}* su \p{L}+|` +
      String.raw`arruinar\p{L}* su|se arrepentir[aá]|o de lo contrario|autoridades migratorias|` +
      String.raw`lista negra`,
  ),
  refused(
    'third_party',
    String.raw`(?:avisar|informar|contactar|llamar|notificar|decir)\p{L}* a su ` +
      String.raw`(?:empleador|patr[oó]n|` +
      String.raw`jefe|vecinos?|familia|familiares|amigos?|banco|clientes?|proveedores?)|` +
      String.raw`publicar\p{L}* su (?:nombre|deuda)`,
  ),
  refused(
    'urgency',
    String.raw`act[uú]e (?:ya|ahora)|[uú]ltima oportunidad|[uú]ltima advertencia|` +
      String.raw`antes de que sea (?:demasiado )?tarde|en las pr[oó]ximas 24 horas|` +
      String.raw`en 24 horas|solo por hoy|de inmediato o`,
  ),
  refused('insult', String.raw`moros[oa]s?|ladr[oó]n(?:es)?|mentiros[oa]s?|sinverg[uü]enzas?`),
  refused(
    'court',
    String.raw`orden (?:judicial|de arresto|de un juez)|citaci[oó]n judicial|` +
      String.raw`sentencia en su contra|fiscal[ií]a|en nombre del (?:tribunal|gobierno|estado)`,
  ),
  warned('urgency', String.raw`urgente|inmediatamente|de inmediato|sin demora`),
  warned('threat', String.raw`acci(?:[oó]n|ones) legal(?:es)?|agencia de cobr\p{L}*|abogad[oa]s?`),
];

const phrasesIn = { en: english, es: spanish } as const;

function refused(kind: ToneKind, words: string): Phrases {
  return { kind, refuses: true, pattern: patternOf(words) };
}

function warned(kind: ToneKind, words: string): Phrases {
  return { kind, refuses: false, pattern: patternOf(words) };
}

function patternOf(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'giu');
}

/**
 * What is wrong with the tone of a text; `names` (the customer's, ours) may be in capitals.
 *
 * A text is looked at in its own language and in the other one: threats are quoted in both.
 */
export function toneOf(text: string, language: Language, names: readonly string[] = []): Finding[] {
  const all = [...phrasesIn[language], ...phrasesIn[language === 'en' ? 'es' : 'en']];
  const plain = names.reduce(
    (rest, name) => (name === '' ? rest : rest.replaceAll(name, ' ')),
    text,
  );
  const found = all.flatMap(({ kind, refuses, pattern }) =>
    [...plain.matchAll(pattern)].map(([words]) => ({ kind, words, refuses })),
  );
  return [...unique(found), ...shoutingIn(plain)];
}

function unique(findings: readonly Finding[]): Finding[] {
  const refusing = new Set(findings.filter(({ refuses }) => refuses).map((each) => lower(each)));
  return findings.filter(
    (each, index) =>
      (each.refuses || !refusing.has(lower(each))) &&
      findings.findIndex((other) => lower(other) === lower(each)) === index,
  );
}

function lower({ words }: Finding): string {
  return words.toLowerCase();
}

/** Three words of capitals on end, or two exclamation marks. */
const capitals = /(?<![\p{L}\p{N}-])\p{Lu}{2,}(?:[\s,;:]+\p{Lu}{2,}){2,}(?![\p{L}\p{N}-])/gu;
const exclaimed = /[!¡]\s*!|\?!|!\?/gu;

function shoutingIn(text: string): Finding[] {
  return [...text.matchAll(capitals), ...text.matchAll(exclaimed)].map(([words]) => ({
    kind: 'shouting',
    words,
    refuses: true,
  }));
}
