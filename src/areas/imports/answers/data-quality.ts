/** The data-quality report (F10): what is doubtful in the book, how much of it, and examples. */
import type { Day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { dataQuality as dataQualityRoute } from '../contract.ts';
import { type FindingCode, type FindingRow, findings } from '../store/quality.ts';
import { words } from '../words.ts';

type Report = AnswerOf<typeof dataQualityRoute>;

/** Every kind of finding that is there, the most frequent first. */
export async function dataQuality(
  db: Queries,
  companies: CompanyScope,
  asOf: Day,
  language: Language,
): Promise<Report> {
  const rows = await findings(db, companies, asOf);
  const codes = [...new Set(rows.map((row) => row.code))];
  return {
    asOf,
    findings: codes
      .map((code) =>
        finding(
          code,
          rows.filter((row) => row.code === code),
          language,
        ),
      )
      .toSorted((a, b) => b.count - a.count),
  };
}

function finding(
  code: FindingCode,
  rows: readonly FindingRow[],
  language: Language,
): Report['findings'][number] {
  return {
    code,
    count: rows.reduce((sum, row) => sum + row.count, 0),
    amounts: rows.flatMap(({ currency, amount_minor: minor }) =>
      currency === null || minor === null
        ? []
        : [{ currency, amount: formatMoney(money(minor, currency)) }],
    ),
    examples: rows
      .flatMap((row) => row.examples)
      .map((example) => ({
        accountId: example.accountId,
        account: example.account,
        name: example.name,
        detail: say(words, `quality.${code}`, { detail: example.detail ?? '' }, language),
      })),
  };
}
