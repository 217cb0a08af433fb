/**
 * The few lines that papers go out with, in the language of whoever gets them. They say the
 * totals as the paper does, so that mail, paper and ledger never differ (case I-12).
 */
import type { Day } from '#kernel/day.ts';
import type { Language, Phrase } from '#kernel/words.ts';
import { writtenDay } from '#kernel/written.ts';

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

/** Subject and text of a statement; a line break in a name ends no header. */
export function coverLines(facts: CoverFacts, language: Language): Cover {
  const on = writtenDay(facts.on, language);
  const told = { ...facts, on, balances: facts.balances.join('; ') };
  return { subject: filled(subject[language], told), text: filled(text[language], told) };
}

type Cover = { readonly subject: string; readonly text: string };

export type InvoiceCoverFacts = Pick<CoverFacts, 'to' | 'account' | 'company'> & {
  /** Each its number and amount; in the order in which they are enclosed. */
  readonly invoices: readonly string[];
};

const invoiceSubject: Phrase = {
  en: '{company}: invoices of account {account}',
  es: '{company}: facturas de la cuenta {account}',
};
const invoiceText: Phrase = {
  en: [
    'Dear {to},',
    'Enclosed for your account {account}:\n{invoices}',
    'If something is not as ordered or delivered, please tell us soon.',
    '{company}\n',
  ].join('\n\n'),
  es: [
    'Estimado/a {to}:',
    'Adjuntamos para su cuenta {account}:\n{invoices}',
    'Si algo no coincide con lo pedido o entregado, le rogamos avisarnos pronto.',
    '{company}\n',
  ].join('\n\n'),
};

/** Subject and text of invoices that go together. */
export function invoiceCover({ invoices, ...facts }: InvoiceCoverFacts, language: Language): Cover {
  const lines = invoices.map((line) => line.replaceAll(/[\r\n]+/gu, ' ')).join('\n');
  const about = filled(invoiceText[language], facts);
  return {
    subject: filled(invoiceSubject[language], facts),
    // Last, and as a function: a number is no pattern.
    text: about.replace('{invoices}', () => lines),
  };
}

function filled(line: string, facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts).reduce(
    (said, [name, value]) => said.replaceAll(`{${name}}`, String(value).replaceAll(/\s+/gu, ' ')),
    line,
  );
}
