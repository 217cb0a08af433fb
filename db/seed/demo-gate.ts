/**
 * What the invented desk knows of contact: an attorney, a text that said stop, a caller who was
 * let through, and a sales person who dropped in at night.
 */
import { plusMinutes } from '#kernel/local-time.ts';
import { placeHold } from '#areas/compliance/actions/place-hold.ts';
import { recordOptOut } from '#areas/compliance/actions/record-consent.ts';
import { reportContact } from '#areas/compliance/actions/record-contact.ts';
import type { Desk } from '#platform/action.ts';
import { type LateAccount, lateAccounts } from './demo-cast.ts';
import { act } from './demo-desk.ts';

/** Places among the late accounts that no other scene plays on. */
const [withAttorney, saidStop, called, visited] = [21, 23, 25, 27];

/** Some of the customers said how they want to be reached, and by whom not. */
export async function hearHowToReachThem(then: Desk): Promise<void> {
  const late = await lateAccounts(then);
  const at = (place: number): LateAccount | undefined => late[place];
  await stop(then, at(withAttorney));
  await refuseTexts(then, at(saidStop));
  await meet(then, at(called), 'in');
  await meet(then, at(visited), 'out');
}

async function stop(then: Desk, account: LateAccount | undefined): Promise<void> {
  if (!account) return;
  const { accountId, ownerId, language } = account;
  const evidence =
    language === 'es'
      ? 'Carta de Prado & Asociados: representan a la empresa.'
      : 'Letter of Prado & Associates: they act for the company.';
  await act(then, { action: 'compliance.place_hold', by: ownerId, reason: evidence }, (context) =>
    placeHold(context, {
      accountId,
      kind: 'attorney',
      startsOn: context.today,
      endsOn: null,
      evidence,
      details: { attorney: 'Prado & Associates' },
    }),
  );
}

async function refuseTexts(then: Desk, account: LateAccount | undefined): Promise<void> {
  if (!account) return;
  const { accountId, ownerId } = account;
  await act(then, { action: 'compliance.record_opt_out', by: ownerId }, (context) =>
    recordOptOut(context, {
      accountId,
      contactId: null,
      channel: 'sms',
      address: '',
      scope: 'channel',
      source: 'sms',
      evidence: account.language === 'es' ? 'ALTO' : 'STOP',
    }),
  );
}

/** They called us in the afternoon; somebody of ours stood at their door in the evening. */
async function meet(
  then: Desk,
  account: LateAccount | undefined,
  direction: 'in' | 'out',
): Promise<void> {
  if (!account) return;
  const { accountId, ownerId } = account;
  await act(then, { action: 'compliance.report_contact', by: ownerId }, (context) =>
    reportContact(context, {
      accountId,
      direction,
      channel: direction === 'in' ? 'call' : 'visit',
      result: 'conversation',
      at: direction === 'in' ? context.at : plusMinutes(context.at, -14 * 60),
      address: '',
      purpose: direction === 'in' ? 'answer' : 'collect',
      contactId: null,
      itemIds: [],
      by: context.actor.ref,
      about: { kind: direction === 'in' ? 'call' : 'visit', id: context.newId() },
    }),
  );
}
