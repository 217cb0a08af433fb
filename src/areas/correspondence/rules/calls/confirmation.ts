/**
 * The few lines that confirm in writing what was agreed on the telephone, in the language of
 * whoever agreed to it. It repeats what was said and asks for nothing more.
 */
import type { Language, Phrase } from '#kernel/words.ts';

export type Agreed = { readonly amount: string; readonly by: string };

export type Confirmation = {
  readonly person: string;
  readonly caller: string;
  readonly company: string;
  readonly on: string;
  /** As the reader reads amounts and days. */
  readonly agreed: readonly Agreed[];
  /** What is contested and not asked for until it is answered; empty when nothing is. */
  readonly disputed: string;
};

const subject: Phrase = {
  en: '{company}: what we agreed on {on}',
  es: '{company}: lo acordado el {on}',
};
const opening: Phrase = {
  en: 'Dear {person},\n\nThank you for your time on the telephone. We agreed:',
  es: 'Estimado/a {person}:\n\nGracias por su tiempo al teléfono. Acordamos:',
};
const line: Phrase = { en: '- {amount} by {by}', es: '- {amount} a más tardar el {by}' };
const contested: Phrase = {
  en:
    'We are looking into what you told us about {disputed}; you need not pay that part ' +
    'until we have answered.',
  es:
    'Estamos revisando lo que nos dijo sobre {disputed}; no hace falta que pague esa ' +
    'parte hasta que le respondamos.',
};
const closing: Phrase = {
  en:
    'If anything here is not as you remember it, please answer this ' +
    'message.\n\n{caller}\n{company}\n',
  es: 'Si algo no es como lo recuerda, responda por favor a este mensaje.\n\n{caller}\n{company}\n',
};

/** Subject and text; a line break in a name ends no header. */
export function confirmationOf(
  told: Confirmation,
  language: Language,
): { subject: string; text: string } {
  const { agreed, disputed, ...rest } = told;
  const say = (phrase: Phrase, more: Readonly<Record<string, string>> = {}): string =>
    fill(phrase[language], { ...rest, ...more });
  const parts = [
    `${say(opening)}\n${agreed.map((each) => say(line, each)).join('\n')}`,
    ...(disputed === '' ? [] : [say(contested, { disputed })]),
    say(closing),
  ];
  return { subject: say(subject), text: parts.join('\n\n') };
}

function fill(text: string, facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts).reduce(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, () => value.replaceAll(/\s+/gu, ' ')),
    text,
  );
}
