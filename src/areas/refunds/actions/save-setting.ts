/** Says how a company pays refunds by a method, from now on. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { isRoutingNumber } from '#formats/micr/routing.ts';
import { ibanProblem } from '#formats/pain/sepa.ts';
import { type CheckColumnsRefusal, checkColumns } from '../rules/positive-pay.ts';
import { saveSetting as keep } from '../store/payments.ts';

export type SaveSetting = {
  readonly companyId: Id;
  readonly method: 'ach' | 'check' | 'iban';
  readonly details: Readonly<Record<string, string>>;
};

type SettingRefusal =
  | CheckColumnsRefusal
  | 'refunds.routing_number_wrong'
  | 'refunds.bank_number_wrong';

export async function saveSetting(
  context: Context,
  setting: SaveSetting,
): Promise<Outcome<{ saved: true }, SettingRefusal>> {
  const { method, details } = setting;
  const routing = details['bankRouting'] ?? '';
  // A check on stock that bears its numbers already needs none from us.
  const asks = method === 'ach' || (method === 'check' && routing !== '');
  if (asks && !isRoutingNumber(routing)) {
    return refuse('refunds.routing_number_wrong', { routing });
  }
  if (method === 'iban' && ibanProblem(details['iban'] ?? '') !== undefined) {
    return refuse('refunds.bank_number_wrong', { kind: 'iban' });
  }
  if (method === 'check' && details['checkColumns'] !== undefined) {
    const read = checkColumns(details['checkColumns']);
    if (!read.ok) return read;
  }
  await keep(context, setting);
  context.did({ what: 'payout setting', facts: { method } });
  return accept({ saved: true });
}
