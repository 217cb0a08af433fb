/**
 * Holds an invoice against the business rules of EN 16931-1:2017, whichever syntax it has.
 *
 * The rules are the standard's own, by their ids and words; what a rule does not find to judge
 * it lets pass, so that one gap is told once and not by every rule that leans on it.
 */
import { categoryRules } from './categories.ts';
import type { Terms, TermRule } from './model.ts';
import { statedRules } from './stated.ts';
import { sumRules } from './sums.ts';

export const en16931Rules: readonly TermRule[] = [...statedRules, ...sumRules, ...categoryRules];

/** The rules that the invoice breaks. */
export function brokenRules(invoice: Terms): readonly TermRule[] {
  return en16931Rules.filter(({ holds }) => !holds(invoice));
}
