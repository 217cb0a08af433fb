/** A statement of account, read and laid out: for the screen, and as a PDF for the customer. */
import type { z } from 'zod';
import { type Day, day, startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, currency, formatMoney, money, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { bucketLabels, bucketSets } from '#areas/ledger/rules/aging.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { statement } from '../contract.ts';
import { runStatement } from '../rules/statement.ts';
import type { PaperPart } from '../rules/statement-part.ts';
import { sheetOf } from '../store/sheets.ts';
import { itemsBetween, openingOn, positionsOn, statementOf } from '../store/statements.ts';
import { statementPaper } from './statement-paper.ts';

export type StatementAnswer = z.infer<typeof statement.answer>;
export type StatementRefusal = 'invoices.no_such_account' | 'invoices.period_backwards';

export type Period = { readonly from: Day | undefined; readonly to: Day };

const edges = bucketSets.standard;
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
  db: Queries,
  answer: StatementAnswer,
  accountId: Id,
  language: Language,
): Promise<Uint8Array> {
  const sheet = await sheetOf(db, accountId);
  return statementPaper({
    language,
    form: 'balance_forward',
    from: sheet.from,
    address: sheet.address,
    account: answer.account,
    fromOn: day(answer.from),
    toOn: day(answer.to),
    bucketLabels: answer.bucketLabels,
    sections: [{ title: null, parts: answer.currencies.map(readPart) }],
  });
}

function readPart(part: StatementAnswer['currencies'][number]): PaperPart {
  const code = currency(part.currency);
  const minor = (text: string): bigint => parseMoney(text, code)?.minor ?? 0n;
  return {
    currency: code,
    opening: minor(part.opening),
    closing: minor(part.closing),
    unapplied: minor(part.unapplied),
    buckets: part.buckets.map(minor),
    lines: part.lines.map((line) => ({
      ...line,
      on: day(line.on),
      dueOn: line.dueOn === null ? null : day(line.dueOn),
      amount: minor(line.amount),
      running: minor(line.running),
    })),
  };
}
