/**
 * The script of a call: what one says first, asks for, and answers to what one hears, in the
 * language of whoever picks up.
 *
 * The opening names the caller and the business and nothing of a debt: until one knows who is at
 * the telephone, a stranger may be listening. The message for a machine is limited content and
 * never more (12 CFR 1006.2(j)); a test holds it to the compliance rule.
 */
import type { Language, Phrase } from '#kernel/words.ts';

export const moves = [
  'opening',
  'disclosure',
  'ask',
  'silence',
  'no_invoice',
  'dispute',
  'cannot_pay',
  'call_later',
  'closing',
  'voicemail',
] as const;
export type Move = (typeof moves)[number];

export type ScriptFacts = {
  readonly person: string;
  readonly caller: string;
  readonly company: string;
  readonly phone: string;
  /** Shown as the listener reads amounts, with its currency. */
  readonly amount: string;
  /** The day one asks for, in words. */
  readonly by: string;
  /** The oldest that is late. */
  readonly document: string;
  /** How many more are late. */
  readonly others: number;
};

/** What is asked is named as what is left: credits and what is contested are taken off. */
const asks: Readonly<Record<'one' | 'two' | 'more', Phrase>> = {
  one: {
    en:
      'I am calling about {document}, which is past due: {amount} is left to pay. Can you ' +
      'have it with us by {by}?',
    es:
      'Le llamo por {document}, que ya venció: quedan por pagar {amount}. ¿Puede hacérnoslo ' +
      'llegar a más tardar el {by}?',
  },
  two: {
    en:
      'I am calling about {document} and one more invoice, both past due: {amount} is left to ' +
      'pay. Can you have it with us by {by}?',
    es:
      'Le llamo por {document} y una factura más, ambas vencidas: quedan por pagar {amount}. ' +
      '¿Puede hacérnoslo llegar a más tardar el {by}?',
  },
  more: {
    en:
      'I am calling about {document} and {others} more invoices that are past due: {amount} is ' +
      'left to pay. Can you have it with us by {by}?',
    es:
      'Le llamo por {document} y {others} facturas más, ya vencidas: quedan por pagar ' +
      '{amount}. ¿Puede hacérnoslo llegar a más tardar el {by}?',
  },
};

const phrases: Readonly<Record<Exclude<Move, 'ask'>, Phrase>> = {
  opening: {
    en: 'Hello, this is {caller} from {company}. May I speak with {person}, please?',
    es: 'Buenos días, le habla {caller} de {company}. ¿Podría hablar con {person}, por favor?',
  },
  disclosure: {
    en:
      'Before we go on: I am calling about an amount that is owed, and what you tell me ' +
      'will be used for that.',
    es: 'Antes de seguir: le llamo por un importe pendiente, y lo que me diga se usará para eso.',
  },
  silence: {
    en: '(Ask, then wait. Do not fill the silence: who speaks first gives way.)',
    es: '(Pregunte y espere. No llene el silencio: quien habla primero, cede.)',
  },
  no_invoice: {
    en:
      'I will send you the invoice while we speak. To which address? The day it was due ' +
      'stays the same, so when can you pay it?',
    es:
      'Le envío la factura mientras hablamos. ¿A qué correo? La fecha de vencimiento no ' +
      'cambia; ¿cuándo podría pagarla?',
  },
  dispute: {
    en:
      'Thank you for telling me. Which part is not right? I will have that looked into; ' +
      'the rest we can settle today.',
    es:
      'Gracias por avisarme. ¿Qué parte no es correcta? La haremos revisar; el resto lo ' +
      'podemos acordar hoy.',
  },
  cannot_pay: {
    en:
      'I understand. What could you pay today, and on which days the rest? Let us put down ' +
      'days that you can keep.',
    es:
      'Le entiendo. ¿Cuánto podría pagar hoy, y qué días el resto? Anotemos fechas que ' +
      'pueda cumplir.',
  },
  call_later: {
    en: 'Gladly. When suits you, in your time, and on which number?',
    es: 'Con gusto. ¿A qué hora le conviene, en su horario, y a qué número?',
  },
  closing: {
    en: 'So: {amount} by {by}. I will confirm it in writing now. Thank you, {person}.',
    es:
      'Entonces: {amount} a más tardar el {by}. Se lo confirmo ahora por escrito. Gracias, ' +
      '{person}.',
  },
  voicemail: {
    en: 'Hello, this is {caller} from {company}. Please call me at {phone}. Thank you.',
    es: 'Buenos días, le habla {caller} de {company}. Por favor, llámeme al {phone}. Gracias.',
  },
};

export type Line = { readonly move: Move; readonly text: string };

/** Kinds of accounts whose debtor is a person, to whom one says what the call is for. */
const persons: ReadonlySet<string> = new Set(['student', 'consumer']);

/** The script for an account of this kind, in this language. */
export function scriptOf(accountKind: string, language: Language, facts: ScriptFacts): Line[] {
  const spoken = moves.filter((move) => move !== 'disclosure' || persons.has(accountKind));
  return spoken.map((move) => ({ move, text: fill(phraseOf(move, facts)[language], facts) }));
}

function phraseOf(move: Move, { others }: ScriptFacts): Phrase {
  if (move !== 'ask') return phrases[move];
  return asks[others === 0 ? 'one' : others === 1 ? 'two' : 'more'];
}

function fill(text: string, facts: ScriptFacts): string {
  return Object.entries(facts).reduce<string>(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, () => String(value)),
    text,
  );
}
