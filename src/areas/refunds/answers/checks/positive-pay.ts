/** The file of positive pay of a company, as its bank asks for it; of a quiet day, its heads. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { csvText } from '#formats/csv/write.ts';
import { type CheckColumnsRefusal, positivePay } from '../../rules/positive-pay.ts';
import { checksBetween } from '../../store/checks.ts';
import { settingOf } from '../../store/payments.ts';

type Of = { readonly companyId: Id; readonly code: string };
type Time = { readonly from: Day; readonly to: Day };
type PositivePayFile = { readonly name: string; readonly body: string };

export async function readPositivePay(
  db: Queries,
  { companyId, code }: Of,
  time: Time,
): Promise<Outcome<PositivePayFile, CheckColumnsRefusal>> {
  const checks = await checksBetween(db, companyId, time);
  const setting = (await settingOf(db, companyId, 'check')) ?? {};
  const file = positivePay(checks, { ...time, setting });
  if (!file.ok) return file;
  const name = `positive-pay-${code}-${time.from}-${time.to}.csv`;
  return accept({ name, body: csvText(file.value.rows) });
}
