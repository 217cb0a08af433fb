/**
 * Moves a deposit on: closed when it balances, sent as an image cash letter, answered by the
 * bank, its paper shredded when its time has come.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { DepositRefusal as LetterRefusal } from '#formats/x937/deposit.ts';
import { type OpenPicture, group4Tiff } from '#formats/tiff/group4.ts';
import { isGroup4Tiff } from '#formats/x937/group4.ts';
import { writeDeposit } from '#formats/x937/write.ts';
import type { Context } from '#platform/action.ts';
import {
  type DepositAct,
  type DepositRefusal,
  type DepositState,
  moveDeposit as decide,
} from '../../rules/deposits/deposit.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import {
  type DepositChannel,
  channelOf,
  insertChannel,
  insertSentFile,
  pictureOf,
} from '../../store/deposits/checks.ts';
import {
  type DepositCard,
  type DepositItem,
  insertAct,
  itemsOf,
  lockDeposit,
} from '../../store/deposits/deposits.ts';
import { bankAccount } from '../../store/reconciliation/accounts.ts';

export type MoveDeposit = {
  readonly companyId: Id;
  readonly depositId: Id;
  readonly act: DepositAct;
  /** The bank's word, or a remark. */
  readonly said: string;
};

export type MoveDepositRefusal =
  | DepositRefusal
  | LetterRefusal
  | 'cash.no_such_deposit'
  | 'cash.no_deposit_channel';

export async function moveDeposit(
  context: Context,
  { companyId, depositId, act, said }: MoveDeposit,
  openPicture: OpenPicture,
): Promise<Outcome<{ state: DepositState }, MoveDepositRefusal>> {
  const deposit = await lockDeposit(context.tx, companyId, depositId);
  if (!deposit) return refuse('cash.no_such_deposit');
  const items = await itemsOf(context.tx, depositId);
  const policy = await closingPolicyOf(context.tx, companyId);
  const decision = decide({ ...deposit, items }, { act, said }, context.today, policy);
  if (!decision.ok) return decision;
  if (act === 'send') {
    const sent = await sendLetter(context, deposit, items, openPicture);
    if (!sent.ok) return sent;
  }
  const state = decision.value;
  await insertAct(context, depositId, { act, state, on: context.today, said });
  context.did({ what: `deposit ${state}`, id: depositId });
  return accept({ state });
}

/** Writes the file and keeps it as it was sent; the bank is asked by upload. */
async function sendLetter(
  context: Context,
  deposit: DepositCard,
  items: readonly DepositItem[],
  openPicture: OpenPicture,
): Promise<Outcome<null, LetterRefusal | 'cash.no_deposit_channel'>> {
  const { depositId, bankAccountId } = deposit;
  const channel = await channelOf(context.tx, bankAccountId);
  if (!channel) return refuse('cash.no_deposit_channel');
  const day = context.today.replaceAll('-', '').slice(2);
  const checks = [];
  for (const item of items) {
    const front = await pictureOf(context.tx, depositId, item.itemNo, 'front');
    const rear = await pictureOf(context.tx, depositId, item.itemNo, 'back');
    checks.push({
      auxiliaryOnUs: item.auxiliary,
      routing: item.routing,
      onUs: item.onUs,
      amountMinor: item.amount,
      // Six digits of the day, four of the deposit, five of the item: once a day, once a file.
      sequence: `${day}${numberOf(depositId)}${String(item.itemNo).padStart(5, '0')}`,
      front: asGroup4(front?.content, openPicture),
      rear: asGroup4(rear?.content, openPicture),
    });
  }
  const letter = writeDeposit(
    {
      isTest: channel.isTest,
      destination: { routing: channel.bankRouting, name: channel.bankName },
      origin: { routing: channel.originNumber, name: channel.originName },
      createdOn: context.today,
      createdAt: context.at.slice(11, 16).replace(':', ''),
      modifier: 'A',
      businessOn: context.today,
      id: depositId.replaceAll('-', '').slice(-8),
      contactName: channel.contactName,
      contactPhone: channel.contactPhone,
      routing: channel.bankRouting,
      account: channel.account,
      payee: channel.payee,
      checksPerBundle: 300,
      checks,
    },
    channel.encoding,
  );
  if (!letter.ok) return letter;
  await insertSentFile(context, depositId, letter.value);
  return accept(null);
}

/**
 * The picture as banks exchange it. It is kept as it was taken and only sent in black and
 * white; what cannot be opened goes as it is, and the letter is refused for it.
 */
function asGroup4(content: Uint8Array | undefined, openPicture: OpenPicture): Uint8Array {
  if (content === undefined) return new Uint8Array();
  if (isGroup4Tiff(content)) return content;
  const bitmap = openPicture(content);
  return bitmap ? group4Tiff(bitmap) : content;
}

/** Four digits of a deposit's id: two deposits of one day have different ones, all but surely. */
function numberOf(depositId: Id): string {
  const last = BigInt(`0x${depositId.replaceAll('-', '').slice(-8)}`);
  return String(last % 10_000n).padStart(4, '0');
}

/** Keeps how checks are sent to a bank. */
export async function setChannel(
  context: Context,
  {
    companyId,
    bankAccountId,
    channel,
  }: {
    readonly companyId: Id;
    readonly bankAccountId: Id;
    readonly channel: DepositChannel;
  },
): Promise<Outcome<{ bankAccountId: Id }, 'cash.no_such_bank_account'>> {
  const bank = await bankAccount(context.tx, companyId, bankAccountId);
  if (!bank) return refuse('cash.no_such_bank_account');
  await insertChannel(context, { companyId, bankAccountId }, channel);
  context.did({ what: 'deposit channel', id: bankAccountId });
  return accept({ bankAccountId });
}
