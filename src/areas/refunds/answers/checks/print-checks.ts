/**
 * The checks of a file on paper, one a sheet, with what each pays. Printing them again prints the
 * same numbers; one that became void says so across itself.
 */
import path from 'node:path';
import { formatMinor, decimalsOf, formatMoney } from '#kernel/money.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { renderPdf } from '#platform/pdf/typst.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { amountInWords } from '../../rules/amount-words.ts';
import { type PrintedCheck, checksOfPayout, drawerOf } from '../../store/checks.ts';
import { settingOf } from '../../store/payments.ts';
import { checkWords } from '../../words/checks.ts';

type PrintedChecks = { readonly name: string; readonly body: Uint8Array };

export async function printChecks(
  db: Queries,
  companies: CompanyScope,
  payoutId: Id,
): Promise<Outcome<PrintedChecks, 'refunds.no_checks'>> {
  const checks = await checksOfPayout(db, companies, payoutId);
  const [first] = checks;
  const last = checks.at(-1);
  if (!first || !last) return refuse('refunds.no_checks');
  const setting = (await settingOf(db, first.companyId, 'check')) ?? {};
  const name = `checks-${first.number}-${last.number}`;
  const body = await renderPdf(path.join(import.meta.dirname, 'check.typ'), {
    title: name,
    drawer: await drawerOf(db, first.companyId),
    'drawn-on': [setting['bankName'], setting['bankRouting'], setting['bankAccount']]
      .filter(Boolean)
      .join(' · '),
    checks: checks.map(sheetOf),
  });
  return accept({ name: `${name}.pdf`, body });
}

/** The face is in English, which the bank reads; its stub is in the language of its payee. */
function sheetOf(check: PrintedCheck) {
  const { language, amount, number, issuedOn, payeeName, account, voidedOn } = check;
  const text = (word: keyof typeof checkWords): string => checkWords[word][language];
  const figures = formatMoney(amount);
  const dollars = amount.currency === 'USD' ? 'dollars' : amount.currency;
  return {
    number,
    language,
    void: voidedOn !== null,
    day: issuedOn,
    payee: payeeName,
    address: check.address,
    // Nothing can be written before or after either.
    figures: `${amount.currency === 'USD' ? '$' : amount.currency} **${figures}**`,
    words: `*** ${amountInWords(amount)} ${dollars} ***`,
    memo: `Refund ${account}`,
    stub: text('refunds.check_stub'),
    copy: text('refunds.check_copy'),
    stock: text('refunds.check_stock'),
    facts: [
      [text('refunds.check_number'), number],
      [text('refunds.check_day'), issuedOn],
      [text('refunds.check_payee'), payeeName],
      [text('refunds.check_account'), account],
      ...(voidedOn === null ? [] : [[text('refunds.check_void'), voidedOn]]),
    ],
    heads: [text('refunds.check_credit'), amount.currency],
    rows: rowsOf(check, text('refunds.check_more')),
    total: [text('refunds.check_total'), figures],
  };
}

/** As many as a third of a sheet holds; the rest is one line, so that the stub still adds up. */
const mostRows = 10;

function rowsOf({ credits, amount: { currency } }: PrintedCheck, more: string): string[][] {
  const figure = (minor: bigint): string => formatMinor(minor, decimalsOf(currency));
  const fits = credits.length <= mostRows;
  const named = fits ? credits : credits.slice(0, mostRows - 1);
  const rest = credits.slice(named.length);
  const rows = named.map(({ document, amount }) => [document, figure(amount)]);
  if (rest.length === 0) return rows;
  const sum = rest.reduce((all, { amount }) => all + amount, 0n);
  return [...rows, [more.replace('{count}', String(rest.length)), figure(sum)]];
}
