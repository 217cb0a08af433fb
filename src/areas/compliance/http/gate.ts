/** Asking the gate over the wire, and writing down what was done. */
import { id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Id } from '#kernel/ids.ts';
import { findAccount } from '#areas/customers/index.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { askPermit } from '../actions/ask-permits.ts';
import { recordContact, reportContact } from '../actions/record-contact.ts';
import { type Intended, weighContacts } from '../actions/weigh-contacts.ts';
import { wireAnswer, wireReasons } from '../answers/wire.ts';
import * as contract from '../contract/gate.ts';
import type { Channel, Purpose, Technology } from '../rules/contact.ts';
import { addressOf } from '../rules/address.ts';
import { peopleOf } from '../store/accounts.ts';

export const gateRoutes: readonly Served[] = [
  serve(contract.mayContact, async ({ params, query, desk, session }) => {
    const { contactId = null, at, ...asked } = query;
    const told = { ...asked, contactId, itemIds: [] };
    const intended = await intendedOf(desk.db, params.accountId, told);
    if (!intended.ok) return intended;
    const moment = { at: desk.clock.now(), today: desk.clock.today() };
    const [weighed] = await weighContacts(desk.db, moment, [
      { ...intended.value, at: momentOf(at) },
    ]);
    if (!weighed) return refuse('compliance.no_such_account');
    return accept(wireAnswer(weighed.answer, session.language));
  }),

  serve(contract.askPermit, ({ params, body, session, perform }) =>
    perform(
      'compliance.ask_permits',
      `${body.purpose} by ${body.channel}`,
      async (context) => {
        const intended = await intendedOf(context.tx, params.accountId, body);
        if (!intended.ok) return intended;
        const permit = await askPermit(context, intended.value);
        return accept({ ...permit, reasons: wireReasons(permit.reasons, session.language) });
      },
      id(params.accountId),
    ),
  ),

  serve(contract.recordContact, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const { permitId, channel, result } = body;
    return perform(
      'compliance.record_contact',
      `${channel}: ${result}`,
      (context) =>
        recordContact(context, {
          ...madeOf(body, context.at),
          accountId,
          permitId: id(permitId),
          direction: 'out',
          by: context.actor.ref,
          about: { kind: aboutOf(channel), id: id(permitId) },
        }),
      accountId,
    );
  }),

  serve(contract.reportContact, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'compliance.report_contact',
      body.note || `${body.channel} ${body.direction}`,
      async (context) => {
        if (!(await findAccount(context.tx, accountId))) {
          return refuse('compliance.no_such_account');
        }
        const done = await reportContact(context, {
          ...madeOf(body, context.at),
          accountId,
          direction: body.direction,
          purpose: body.purpose,
          by: context.actor.ref,
          about: { kind: body.about, id: context.newId() },
        });
        return done.ok ? accept({ ...done.value, breaches: [...done.value.breaches] }) : done;
      },
      accountId,
    );
  }),
];

type Told = {
  readonly channel: Channel;
  readonly contactId: string | null;
  readonly address: string;
  readonly purpose: Purpose;
  readonly technology: Technology;
  readonly itemIds: readonly string[];
};

type IntendedRefusal = 'compliance.no_such_account' | 'compliance.no_such_contact';

/** The contact that is meant, with the person's own number where none is given. */
async function intendedOf(
  db: Queries,
  account: string,
  { contactId, address, itemIds, ...told }: Told,
): Promise<Outcome<Intended, IntendedRefusal>> {
  const accountId = id(account);
  if (!(await findAccount(db, accountId))) return refuse('compliance.no_such_account');
  const whom = contactId === null ? null : id(contactId);
  const people = (await peopleOf(db, [accountId])).get(accountId) ?? [];
  const person = people.find((each) => each.contactId === whom);
  if (whom !== null && !person) return refuse('compliance.no_such_contact');
  return accept({
    ...told,
    accountId,
    contactId: whom,
    address: address === '' ? addressOf(told.channel, person) : address,
    itemIds: itemIds.map(id),
  });
}

type Made = {
  readonly channel: Channel;
  readonly result: Parameters<typeof recordContact>[1]['result'];
  readonly at?: string | undefined;
  readonly address: string;
  readonly contactId: string | null;
  readonly itemIds: readonly string[];
};

function madeOf({ channel, result, at, address, contactId, itemIds }: Made, now: Instant) {
  return {
    channel,
    result,
    address,
    at: momentOf(at) ?? now,
    contactId: contactId === null ? null : id(contactId),
    itemIds: itemIds.map((item): Id => id(item)),
  };
}

function momentOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : instant(text);
}

function aboutOf(channel: Channel): 'call' | 'letter' | 'message' | 'visit' {
  if (channel === 'voicemail' || channel === 'call') return 'call';
  return channel === 'letter' || channel === 'visit' ? channel : 'message';
}
