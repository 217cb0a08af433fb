/** What stands about an account: each channel of each person now, and what that follows from. */
import { type Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Desk } from '#platform/action.ts';
import { localTimeOf } from '#kernel/local-time.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { type Intended, type Weighed, weighContacts } from '../actions/weigh-contacts.ts';
import type {
  WireChannelNow,
  WireCompliance,
  WireConsent,
  WireHold,
} from '../contract/standing.ts';
import type { Channel } from '../rules/contact.ts';
import { debtProfile } from '../rules/debt-profile.ts';
import type { GateAccount, Person } from '../rules/question.ts';
import { revocationDeadline } from '../rules/revocation.ts';
import { candidateZones } from '../rules/zones.ts';
import { gateAccounts, peopleOf } from '../store/accounts.ts';
import { type Consent, consentsOf } from '../store/consents.ts';
import { type Hold, allHoldsOf } from '../store/holds.ts';
import { wireAnswer } from './wire.ts';

/** Undefined when there is no such account. */
export async function accountCompliance(
  { db, clock }: Desk,
  accountId: Id,
  language: Language,
): Promise<WireCompliance | undefined> {
  const account = (await gateAccounts(db, [accountId])).get(accountId);
  if (!account) return undefined;
  const [people, holds, consents] = await Promise.all([
    peopleOf(db, [accountId]),
    allHoldsOf(db, accountId),
    consentsOf(db, accountId),
  ]);
  const ways = waysTo(accountId, people.get(accountId) ?? []);
  const moment = { at: clock.now(), today: clock.today() };
  const weighed = await weighContacts(
    db,
    moment,
    ways.map(({ intended }) => intended),
  );
  return {
    channels: ways.map((way, index) => channelNow(way, weighed[index], language)),
    profile: wireProfile(account),
    holds: holds.map((hold) => wireHold(hold, moment.today, language)),
    consents: consents.map((consent, index) =>
      wireConsent(consent, consents.slice(0, index), language),
    ),
  };
}

type Way = { readonly intended: Intended; readonly person: Person | undefined };

/** Every way to every person, and a letter to the account. */
function waysTo(accountId: Id, people: readonly Person[]): Way[] {
  const way = (channel: Channel, address: string, person?: Person): Way => ({
    person,
    intended: {
      accountId,
      channel,
      address,
      contactId: person?.contactId ?? null,
      purpose: 'collect',
      technology: 'manual',
      itemIds: [],
    },
  });
  const reached = people.flatMap((person) => [
    ...(person.phone ? [way('call', person.phone, person), way('sms', person.phone, person)] : []),
    ...(person.email ? [way('email', person.email, person)] : []),
  ]);
  return [...(reached.length === 0 ? [way('call', '')] : reached), way('letter', '')];
}

function channelNow(
  { intended, person }: Way,
  weighed: Weighed | undefined,
  language: Language,
): WireChannelNow {
  if (!weighed) throw new Error('the gate left a question without an answer');
  return {
    ...wireAnswer(weighed.answer, language),
    channel: intended.channel,
    contactId: intended.contactId,
    contactName: person?.name ?? null,
    address: intended.address,
  };
}

function wireProfile({ stated, facts }: GateAccount): WireCompliance['profile'] {
  const profile = debtProfile(stated, facts);
  const zones = candidateZones({
    told: stated.zone,
    country: profile.country === '' ? null : profile.country,
    state: profile.state ?? null,
    phone: '',
  });
  const anything = Object.values(stated).some((value) => value !== null);
  return {
    collector: profile.actor,
    obligor: profile.obligor ?? null,
    guarantor: profile.guarantor,
    purpose: profile.purpose ?? null,
    state: profile.state ?? null,
    city: profile.city ?? null,
    country: profile.country,
    zones: [...zones],
    stated: anything ? stated : null,
  };
}

function wireHold(hold: Hold, today: string, language: Language): WireHold {
  const { accountId: _, recordedAt: __, ended, ...rest } = hold;
  const over = hold.endsOn !== null && hold.endsOn < today;
  return {
    ...rest,
    actor: actorName(hold.actor, language),
    standing: ended === null && !over && hold.startsOn <= today,
    ended: ended && { ...ended, actor: actorName(ended.actor, language) },
  };
}

function wireConsent(consent: Consent, later: readonly Consent[], language: Language): WireConsent {
  const { accountId: _, contactId: __, recordedAt: ___, ...rest } = consent;
  const outdone = later.some(
    (each) =>
      each.channel === consent.channel &&
      each.scope === consent.scope &&
      each.address === consent.address,
  );
  const heardOn = localTimeOf(consent.at, 'America/New_York').on;
  return {
    ...rest,
    actor: actorName(consent.actor, language),
    counts: !outdone,
    latestStop:
      consent.said === 'no' ? revocationDeadline(heardOn, federalBankCalendar).latestStop : null,
  };
}
