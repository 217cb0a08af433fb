/**
 * The few lines that a statement goes out with, in the language of whoever gets it. They say the
 * total as the paper does, so that mail, paper and ledger never differ (case I-12).
 */
import type { Day } from '#kernel/day.ts';
import type { Language, Phrase } from '#kernel/words.ts';

export type CoverFacts = {
  readonly to: string;
  readonly account: string;
  readonly company: string;
  readonly on: Day;
  /** Each with its currency. */
  readonly balances: readonly string[];
};

const subject: Phrase = {
  en: '{company}: statement of account {account} to {on}',
  es: '{company}: estado de cuenta de {account} al {on}',
};
const text: Phrase = {
  en: [
    'Dear {to},',
    'Enclosed is the statement of your account {account} to {on}.\nBalance: {balances}',
    'If something is not as you have it, please tell us.',
    '{company}\n',
  ].join('\n\n'),
  es: [
    'Estimado/a {to}:',
    'Adjuntamos el estado de su cuenta {account} al {on}.\nSaldo: {balances}',
    'Si algo no coincide con sus registros, le rogamos avisarnos.',
    '{company}\n',
  ].join('\n\n'),
};

/** Subject and text; a line break in a name ends no header. */
export function coverLines(
  facts: CoverFacts,
  language: Language,
): { subject: string; text: string } {
  const told = { ...facts, balances: facts.balances.join('; ') };
  const fill = (phrase: Phrase): string =>
    Object.entries(told).reduce(
      (line, [name, value]) => line.replaceAll(`{${name}}`, value.replaceAll(/\s+/gu, ' ')),
      phrase[language],
    );
  return { subject: fill(subject), text: fill(text) };
}
