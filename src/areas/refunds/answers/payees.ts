/** The bank details of an account as they are shown: masked, the old beside the new. */
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WirePayee } from '../contract/bank-details.ts';
import { standardRefundPolicy } from '../rules/findings.ts';
import { heldUntil, mayCallBack, replacedBy } from '../rules/payee.ts';
import { type Payee, payeesOf } from '../store/payees.ts';
import { words } from '../words.ts';
import type { Reader } from './wire.ts';

type Asking = Reader & { readonly memberId: Id | null };

export async function readPayees(db: Queries, accountId: Id, reader: Asking): Promise<WirePayee[]> {
  const rows = await payeesOf(db, [accountId]);
  return rows.map((payee, at) => wirePayee(payee, replacedBy(rows, at), reader));
}

function wirePayee(payee: Payee, before: Payee | undefined, reader: Asking): WirePayee {
  const { payeeId, kind, accountType, source, enteredOn, state, confirmedBy } = payee;
  const may = mayCallBack(payee.enteredBy, reader.memberId);
  return {
    payeeId,
    kind,
    accountType,
    ...masked(payee),
    source,
    enteredOn,
    enteredBy: actorName(payee.enteredByName, reader.language),
    state,
    confirmedBy,
    calledBack: wireCallBack(payee),
    replaces: before ? masked(before) : null,
    heldUntil: heldUntil(payee, standardRefundPolicy.bankDays, reader.today),
    mayCallBack: may.ok ? null : say(words, may.refusal, may.facts, reader.language),
  };
}

function masked({ holder, bank, numberEnd }: Payee): NonNullable<WirePayee['replaces']> {
  return { holder, bank, number: `…${numberEnd}` };
}

function wireCallBack({ calledBack, enteredOn }: Payee): WirePayee['calledBack'] {
  if (calledBack === null) return null;
  const { by = '', on, spokeTo = '', number = '' } = calledBack;
  return { by, on: on === undefined ? enteredOn : day(on), spokeTo, number };
}
