/** Checks we hold: those deposited before, those still in hand, their pictures. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { DepositedCheck } from '../../rules/deposits/duplicate.ts';
import type { ImageSide } from '../../rules/deposits/image-name.ts';

/** Checks of the company drawn on this bank account, in whatever deposit, not taken out. */
export async function checksDrawnOn(
  db: Queries,
  companyId: Id,
  { routing, account }: Pick<DepositedCheck, 'routing' | 'account'>,
): Promise<DepositedCheck[]> {
  const rows = await db.all(sql<{
    routing: string;
    payer_number: string;
    serial: string;
    amount_minor: bigint;
    deposited_on: string;
  }>`
    select i.routing, i.payer_number, i.serial, i.amount_minor, d.deposited_on
      from cash.deposit_item i
      join cash.deposit d on d.deposit_id = i.deposit_id
     where d.company_id = ${companyId}
       and i.routing    = ${routing}
       and ltrim(i.payer_number, '0') = ltrim(${account}, '0')
       and not exists (select
                         from cash.deposit_item_out o
                        where o.deposit_id = i.deposit_id
                          and o.item_no    = i.item_no)`);
  return rows.map((row) => ({
    routing: row.routing,
    account: row.payer_number,
    serial: row.serial,
    amount: row.amount_minor,
    on: day(row.deposited_on),
  }));
}

export type CheckInHand = {
  readonly receiptId: Id;
  readonly receivedOn: Day;
  readonly who: string;
  /** As it was keyed with the receipt: routing and account parted by a blank, if at all. */
  readonly payerAccount: string;
  readonly serial: string;
  readonly amount: bigint;
  readonly currency: string;
};

/** Checks that were received and lie in no deposit, the oldest first. */
export async function checksInHand(db: Queries, companyId: Id): Promise<CheckInHand[]> {
  const rows = await db.all(sql<{
    receipt_id: string;
    received_on: string;
    who: string;
    payer_account: string;
    check_number: string;
    amount_minor: bigint;
    currency: string;
  }>`
    select r.receipt_id, r.received_on, r.payer_name as who, r.payer_account, r.check_number,
           r.amount_minor, r.currency
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
     where r.company_id = ${companyId}
       and r.method     = 'check'
       and r.line_id is null
       and n.state not in ('withdrawn', 'reversed', 'returned')
       and not exists (select from cash.receipt_deposited d where d.receipt_id = r.receipt_id)
     order by r.received_on, r.receipt_id
     limit 500`);
  return rows.map((row) => ({
    receiptId: id(row.receipt_id),
    receivedOn: day(row.received_on),
    who: row.who,
    payerAccount: row.payer_account,
    serial: row.check_number,
    amount: row.amount_minor,
    currency: row.currency,
  }));
}

export type NewImage = {
  readonly depositId: Id;
  readonly itemNo: number;
  readonly side: ImageSide;
  readonly sha256: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
};

/** Keeps a picture under its hash and puts it to its check. */
export async function insertImage({ tx, at, actor }: Context, image: NewImage): Promise<void> {
  const { depositId, itemNo, side, sha256, mediaType, content } = image;
  await tx.run(sql`
    insert into cash.check_image (sha256, media_type, content, recorded_at)
    values (${sha256}, ${mediaType}, ${content}, ${at})
        on conflict (sha256) do nothing`);
  await tx.run(sql`
    insert into cash.deposit_image (deposit_id, item_no, side, recorded_at, sha256, actor)
    values (${depositId}, ${itemNo}, ${side}, ${at}, ${sha256}, ${actor.ref})`);
}

export type CheckPicture = { readonly mediaType: string; readonly content: Uint8Array };

/** The picture that counts of one side of a check. */
export async function pictureOf(
  db: Queries,
  depositId: Id,
  itemNo: number,
  side: ImageSide,
): Promise<CheckPicture | undefined> {
  const row = await db.maybe(sql<{ media_type: string; content: Uint8Array }>`
    select c.media_type, c.content
      from cash.deposit_image i
      join cash.check_image c on c.sha256 = i.sha256
     where i.deposit_id = ${depositId}
       and i.item_no    = ${itemNo}
       and i.side       = ${side}
     order by i.recorded_at desc
     limit 1`);
  return row && { mediaType: row.media_type, content: row.content };
}

export type Photographed = {
  readonly depositId: Id;
  readonly itemNo: number;
  readonly side: ImageSide;
};

/** The sides of a receipt's check that there are pictures of, the front first. */
export async function photographedOf(db: Queries, receiptId: Id): Promise<Photographed[]> {
  const rows = await db.all(sql<{ deposit_id: string; item_no: number; side: ImageSide }>`
    select distinct g.deposit_id, g.item_no, g.side
      from cash.deposit_item i
      join cash.deposit_image g on g.deposit_id = i.deposit_id and g.item_no = i.item_no
     where i.receipt_id = ${receiptId}
       and not exists (select
                         from cash.deposit_item_out o
                        where o.deposit_id = i.deposit_id
                          and o.item_no    = i.item_no)
     order by g.side desc`);
  return rows.map((row) => ({
    depositId: id(row.deposit_id),
    itemNo: row.item_no,
    side: row.side,
  }));
}

/** How checks go to a bank: the numbers that the bank gave. */
export type DepositChannel = {
  readonly bankRouting: string;
  readonly bankName: string;
  readonly originNumber: string;
  readonly originName: string;
  readonly account: string;
  readonly payee: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly encoding: 'EBCDIC' | 'ASCII';
  readonly isTest: boolean;
};

export async function channelOf(
  db: Queries,
  bankAccountId: Id,
): Promise<DepositChannel | undefined> {
  const row = await db.maybe(sql<{ settings: DepositChannel }>`
    select settings
      from cash.deposit_channel
     where bank_account_id = ${bankAccountId}
     order by recorded_at desc
     limit 1`);
  return row?.settings;
}

export async function insertChannel(
  { tx, at, actor }: Context,
  { companyId, bankAccountId }: { readonly companyId: Id; readonly bankAccountId: Id },
  channel: DepositChannel,
): Promise<void> {
  await tx.run(sql`
    insert into cash.deposit_channel (bank_account_id, recorded_at, company_id, settings, actor)
    values (${bankAccountId}, ${at}, ${companyId}, ${JSON.stringify(channel)}, ${actor.ref})`);
}

/** Keeps the file under the hash of its bytes. */
export async function insertSentFile(
  { tx, at }: Context,
  depositId: Id,
  content: Uint8Array,
): Promise<void> {
  await tx.run(sql`
    insert into cash.deposit_file (deposit_id, recorded_at, sha256, content)
    values (${depositId}, ${at}, encode(sha256(${content}::bytea), 'hex'), ${content})`);
}

/** The file as it was sent last. */
export async function sentFile(
  db: Queries,
  depositId: Id,
): Promise<{ content: Uint8Array; at: Instant } | undefined> {
  const row = await db.maybe(sql<{ content: Uint8Array; recorded_at: string }>`
    select content, recorded_at
      from cash.deposit_file
     where deposit_id = ${depositId}
     order by recorded_at desc
     limit 1`);
  return row && { content: row.content, at: instant(row.recorded_at) };
}
