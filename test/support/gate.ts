/** Accounts that the gate lets somebody reach, for tests of what is sent and said to them. */
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { saveContact } from '#areas/customers/index.ts';
import { setDebtProfile } from '#areas/compliance/actions/set-debt-profile.ts';
import { recordConsent } from '#areas/compliance/actions/record-consent.ts';
import type { Intended } from '#areas/compliance/actions/weigh-contacts.ts';
import { nothingStated, type StatedProfile } from '#areas/compliance/rules/debt-profile.ts';
import { accepted } from '#platform/action.ts';
import type { Story } from './builders.ts';

/** Says where the debt stands, so that nothing is missing: a business in Pennsylvania. */
export function locate(
  desk: Pick<Story, 'done'>,
  accountId: Id,
  stated: Partial<StatedProfile> = {},
): Promise<unknown> {
  const profile = { ...nothingStated, state: 'PA', ...stated };
  return desk.done((context) => setDebtProfile(context, { ...profile, accountId }));
}

/** The same, with a person there who agreed to texts; answers the contact's id. */
export async function reachable(desk: Pick<Story, 'done'>, accountId: Id): Promise<Id> {
  await locate(desk, accountId);
  return desk.done(async (context) => {
    const { contactId } = accepted(
      await saveContact(context, {
        accountId,
        contactId: undefined,
        contact: {
          role: 'accounts_payable',
          name: 'Ann Orr',
          email: 'ann@north.example',
          phone: '+12155550142',
          language: 'en',
          zone: null,
        },
        verified: true,
      }),
    );
    const said = { accountId, contactId, address: '', scope: 'channel', source: 'call' } as const;
    accepted(await recordConsent(context, { ...said, channel: 'sms', evidence: 'said yes' }));
    return accept(contactId);
  });
}

/** A call by hand to ask for money, unless it is said otherwise. */
export function intend(accountId: Id, more: Partial<Intended> = {}): Intended {
  return {
    accountId,
    contactId: null,
    channel: 'call',
    address: '+12155550142',
    purpose: 'collect',
    technology: 'manual',
    itemIds: [],
    ...more,
  };
}
