/** The few lines that go with a copy, in the language of whoever gets it. */
import type { Language, Phrase } from '#kernel/words.ts';

export type CopyLetter = {
  readonly to: string;
  readonly company: string;
  /** Numbers of the documents, each once. */
  readonly numbers: readonly string[];
};

const subject: Phrase = {
  en: '{company}: copy of {numbers}',
  es: '{company}: copia de {numbers}',
};
const body: Phrase = {
  en: 'Dear {to},\n\nAs you asked, here is the original of {numbers}.\n\n{company}\n',
  es: 'Estimado/a {to}:\n\nComo nos pidió, adjuntamos el original de {numbers}.\n\n{company}\n',
};

/** Subject and text; a line break in a name ends no header. */
export function copyLetter(
  { to, company, numbers }: CopyLetter,
  language: Language,
): { subject: string; body: string } {
  const facts = { to, company, numbers: [...new Set(numbers)].join(', ') };
  const fill = (phrase: Phrase): string =>
    Object.entries(facts).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, value.replaceAll(/\s+/gu, ' ')),
      phrase[language],
    );
  return { subject: fill(subject), body: fill(body) };
}
