/** A mail that was read as a complaint stands in the register, once. */
import { parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { mergeTold } from '#platform/events/merged.ts';
import { carryComplaints } from './actions/carry-complaints.ts';
import { receiveComplaint } from './actions/work-complaint.ts';

export async function takeMail(
  context: Context,
  { accountId, payload }: HeardEvent,
): Promise<void> {
  if (accountId === null) return;
  const said = (name: string): string => {
    const value = payload[name];
    return typeof value === 'string' ? value : '';
  };
  accepted(
    await receiveComplaint(context, {
      accountId,
      class: 'other',
      severity: 'medium',
      subject: said('subject').slice(0, 200) || '—',
      text: said('evidence').slice(0, 4000),
      saidBy: said('from').slice(0, 200) || '—',
      channel: 'email',
      receivedOn: context.today,
      mailId: parseId(said('mailId')) ?? null,
    }),
  );
}

/** Two accounts became one: what was complained of goes on there. */
export async function followMerge(context: Context, event: HeardEvent): Promise<void> {
  const merge = mergeTold(event);
  if (merge) accepted(await carryComplaints(context, merge));
}
