/** How a maker speaks: phrases in the reader's language, amounts as they are read. */
import type { Facts } from '#kernel/outcome.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { say } from '#platform/cli/say.ts';
import type { PackAsked } from '#platform/packs/maker.ts';
import { words } from '../../words/makers.ts';
import { shownFigure } from '../render/numbers.ts';

export type Saying = {
  said(key: string, facts?: Facts): string;
  /** An amount as a decimal string, for cells and figures. */
  text(minor: bigint, currency: string): string;
  /** The same as it is read in a sentence. */
  shown(minor: bigint, currency: string): string;
};

export function saying({ language }: Pick<PackAsked, 'language'>): Saying {
  const text = (minor: bigint, currency: string): string => formatMoney(money(minor, currency));
  return {
    said: (key, facts = {}) => say(words, key, facts, language),
    text,
    shown: (minor, currency) =>
      shownFigure(text(minor, currency), { unit: 'money', currency, language }),
  };
}

/** The currencies that occur, the company's own first. */
export function currenciesOf(all: readonly string[], { company }: PackAsked): string[] {
  const found = new Set(all);
  const others = [...found].filter((code) => code !== company.currency).toSorted();
  return found.has(company.currency) ? [company.currency, ...others] : others;
}

export function sumOf<T>(rows: readonly T[], part: (row: T) => bigint): bigint {
  return rows.reduce((sum, row) => sum + part(row), 0n);
}
