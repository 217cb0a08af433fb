/** An early warning as http and the command line give it. */
import { formatMoney } from '#kernel/money.ts';
import type { AlertWire } from '../contract/accounts.ts';
import type { AlertRow } from '../store/alerts.ts';

export function wireAlert({ stake, ...row }: AlertRow): AlertWire {
  if (stake === null) return { ...row, stake };
  const { open, atRisk } = stake;
  const amounts = { open: formatMoney(open), atRisk: formatMoney(atRisk) };
  return { ...row, stake: { currency: open.currency, ...amounts } };
}
