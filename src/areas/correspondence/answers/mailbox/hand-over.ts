/**
 * Remittances go to the cash desk: the mail as it came, which the desk's reader of advices takes
 * apart, its body and each file of it.
 *
 * Done after the mail is safely in, and again until it is done: the desk knows a file that it
 * has, so nothing is counted twice.
 */
import { accept } from '#kernel/outcome.ts';
import { accepted, perform, type Desk } from '#platform/action.ts';
import { takeInAdvice } from '#areas/bank-files/index.ts';
import { waitingForCash } from '../../store/mailbox/cash.ts';
import { rawMail } from '../../store/mailbox/mails.ts';
import { insertAct, updateCash } from '../../store/mailbox/standing.ts';
import type { By } from './box-sources.ts';

const atOnce = 50;

export async function handOverRemittances(desk: Desk, { actor, reason }: By): Promise<number> {
  let handed = 0;
  for (const { mailId, companyId, currency } of await waitingForCash(desk.db, atOnce)) {
    const bytes = await rawMail(desk.db, mailId);
    const file = {
      name: `mail-${mailId}.eml`,
      bytes: bytes ?? new Uint8Array(),
      companyId,
      currency,
    };
    const took = await takeInAdvice(desk, file, { actor, reason });
    const cash = took.ok && took.value.remittances > 0 ? 'handed_over' : 'unreadable';
    const doing = {
      action: 'correspondence.hand_over_remittance',
      actor,
      reason,
      input: { mailId },
    };
    accepted(
      await perform(desk, doing, async (context) => {
        await updateCash(context, mailId, cash);
        await insertAct(context, mailId, 'cash', took.ok ? took.value : { code: took.refusal });
        return accept({ cash });
      }),
    );
    handed += cash === 'handed_over' ? 1 : 0;
  }
  return handed;
}
