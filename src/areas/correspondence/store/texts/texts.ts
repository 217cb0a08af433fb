/** Texts that came in, what the provider reported of those sent, and whose number it is. */
import { type Id, id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Meaning } from '../../rules/texts/meaning.ts';
import type { MessageRef } from '../messages.ts';

export type TextReceived = {
  readonly textId: Id;
  /** The provider's own number: the same text is taken once. */
  readonly providerId: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly meaning: Meaning;
  readonly accountId: Id | null;
  readonly contactId: Id | null;
};

/** False when it came before. */
export async function insertText({ tx, at }: Context, text: TextReceived): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into correspondence.text_received (text_id, provider_id, from_number, to_number, body,
                                              meaning, account_id, contact_id, received_at)
    values (${text.textId}, ${text.providerId}, ${text.from}, ${text.to}, ${text.body},
            ${text.meaning}, ${text.accountId}, ${text.contactId}, ${at})
        on conflict (provider_id) do nothing`);
  return rows === 1;
}

export type Texter = {
  readonly accountId: Id;
  readonly contactId: Id;
  readonly name: string;
  readonly language: Language;
  readonly company: string;
};

/** Everybody who is known by this number, on each of their accounts. */
export async function peopleAt(db: Queries, number: string): Promise<Texter[]> {
  const digits = number.replaceAll(/\D/gu, '').slice(-10);
  const rows = await db.all(sql<{
    account_id: string;
    contact_id: string;
    name: string;
    language: Language;
    company: string;
  }>`
    select p.account_id, p.contact_id, p.name, p.language, a.company_name as company
      from customers.account_person p
      join customers.account_card a on a.account_id = p.account_id
     where right(regexp_replace(p.phone, '[^0-9]', '', 'g'), 10) = ${digits}
       and a.merged_into is null
     order by p.account_id, p.contact_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    contactId: id(row.contact_id),
    name: row.name,
    language: row.language,
    company: row.company,
  }));
}

/** False when this state was reported before. */
export async function insertReport(
  { tx, at }: Context,
  { providerId, state, errorCode }: { providerId: string; state: string; errorCode: string },
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into correspondence.text_report (provider_id, state, error_code, recorded_at)
    values (${providerId}, ${state}, ${errorCode}, ${at})
        on conflict do nothing`);
  return rows === 1;
}

/** The message that the provider knows by this number. */
export async function messageAt(db: Queries, providerId: string): Promise<MessageRef | undefined> {
  const row = await db.maybe(sql<{ account_id: string; message_id: string }>`
    select account_id, message_id
      from correspondence.send_outcome
     where provider_ref = ${providerId}
     limit 1`);
  return row && { accountId: id(row.account_id), messageId: id(row.message_id) };
}
