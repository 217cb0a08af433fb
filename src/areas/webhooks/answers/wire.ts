/** Endpoints and deliveries as the API and the command line write them. */
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { WireDelivery } from '../contract.ts';
import { hasArrived } from '../rules/next-try.ts';
import type { Delivery } from '../store/deliveries.ts';
import { words } from '../words.ts';

/** What came of a try, in a sentence. */
export function sayTry(
  { status, problem }: { readonly status: number | null; readonly problem: string | null },
  language: Language,
): string {
  if (status !== null) {
    const told = hasArrived(status) ? 'webhooks.told_arrived' : 'webhooks.told_answered';
    return say(words, told, { status: String(status) }, language);
  }
  return say(words, `webhooks.told_${problem ?? 'none'}`, {}, language);
}

export function wireDelivery({ problem, ...row }: Delivery, language: Language): WireDelivery {
  return { ...row, says: sayTry({ status: row.status, problem }, language) };
}
