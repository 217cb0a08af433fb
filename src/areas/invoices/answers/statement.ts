/** A statement of account, read and laid out: for the screen, and as a PDF for the customer. */
import path from 'node:path';
import type { z } from 'zod';
import { type Day, startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { bucketLabels, bucketSets } from '#areas/ledger/rules/aging.ts';
import { renderPdf } from '#platform/pdf/typst.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { statement } from '../contract.ts';
import { runStatement } from '../rules/statement.ts';
import { itemsBetween, openingOn, positionsOn, statementOf } from '../store/statements.ts';
import { words } from '../words.ts';

export type StatementAnswer = z.infer<typeof statement.answer>;
export type StatementRefusal = 'invoices.no_such_account' | 'invoices.period_backwards';

export type Period = { readonly from: Day | undefined; readonly to: Day };

const edges = bucketSets.standard;
const template = path.join(import.meta.dirname, 'statement.typ');

/** What was owed, what happened, what is owed, by currency; the customer's language beside it. */
export async function readStatement(
  db: Queries,
  accountId: Id,
  { from, to }: Period,
): Promise<Outcome<StatementAnswer & { readonly language: Language }, StatementRefusal>> {
  const first = from ?? startOfMonth(to);
  if (to < first) return refuse('invoices.period_backwards');
  const whom = await statementOf(db, accountId);
  if (!whom) return refuse('invoices.no_such_account');
  const [opening, items, positions] = await Promise.all([
    openingOn(db, accountId, first),
    itemsBetween(db, accountId, first, to),
    positionsOn(db, accountId, to, edges),
  ]);
  const currencies = new Set<Currency>([
    ...opening.keys(),
    ...positions.keys(),
    ...items.map((item) => item.currency),
  ]);
  return accept({
    ...whom,
    from: first,
    to,
    bucketLabels: bucketLabels(edges),
    currencies: [...currencies].toSorted().map((code) => {
      const text = (minor: bigint): string => formatMoney(money(minor, code));
      const mine = items.filter((item) => item.currency === code);
      const run = runStatement(opening.get(code) ?? 0n, mine);
      const position = positions.get(code);
      return {
        currency: code,
        opening: text(run.opening),
        lines: run.lines.map(({ on, document, kind, reference, dueOn, amount, running }) => ({
          on,
          document,
          kind,
          reference,
          dueOn,
          amount: text(amount),
          running: text(running),
        })),
        closing: text(run.closing),
        buckets: edges.concat(0).map((_, index) => text(position?.buckets[index] ?? 0n)),
        unapplied: text(position?.unapplied ?? 0n),
      };
    }),
  });
}

/** The PDF of a statement, in a language: tagged, and the same bytes for the same statement. */
export async function statementPdf(
  answer: StatementAnswer,
  language: Language,
): Promise<Uint8Array> {
  const locale = language === 'es' ? 'es-US' : 'en-US';
  const amount = (text: string, code: string): string => {
    const decimals = text.split('.')[1]?.length ?? 0;
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    // Intl formats a decimal string digit by digit, without making a float of it.
    return `${format.format(text as Intl.StringNumericLiteral).replace('-', '−')} ${code}`.trim();
  };
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const onDay = (text: string | null): string =>
    text === null ? '' : date.format(new Date(`${text}T00:00:00Z`));
  return renderPdf(template, {
    language,
    words: Object.fromEntries(
      Object.entries(words).map(([key, phrase]) => [key, phrase[language]]),
    ),
    company: answer.company,
    name: answer.name,
    account: answer.account,
    from: onDay(answer.from),
    to: onDay(answer.to),
    currencies: answer.currencies.map((part) => ({
      ...part,
      opening: amount(part.opening, ''),
      closing: amount(part.closing, part.currency),
      unapplied: amount(part.unapplied, ''),
      buckets: part.buckets.map((text, index) => ({
        label: answer.bucketLabels[index] ?? '',
        amount: amount(text, ''),
      })),
      lines: part.lines.map((line) => ({
        ...line,
        on: onDay(line.on),
        dueOn: onDay(line.dueOn),
        amount: amount(line.amount, ''),
        running: amount(line.running, ''),
      })),
    })),
  });
}
