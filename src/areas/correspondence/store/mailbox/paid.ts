/** Mails that said an invoice is paid, and whose invoices are closed by now. */
import { type Id, id } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

/** Of an account: those that name items, of which none is open any more. */
export async function mailsPaid(tx: Tx, accountId: Id): Promise<Id[]> {
  const rows = await tx.all(sql<{ mail_id: string }>`
    select p.mail_id
      from correspondence.mail_place p
      join correspondence.mail_now n on n.mail_id = p.mail_id
     where p.account_id = ${accountId}
       and n.state <> 'done'
       and n.intents <@ array['already_paid', 'remittance']
       and cardinality(p.item_ids) > 0
       and not exists (select
                         from ledger.open_item o
                        where o.account_id = p.account_id
                          and o.item_id = any(p.item_ids))
     order by p.mail_id`);
  return rows.map(({ mail_id }) => id(mail_id));
}
