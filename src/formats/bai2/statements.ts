/**
 * A BAI2 file as statements: one for each 03 record, its lines signed from the side of the
 * account holder.
 *
 * A group that deletes, or that only tests, lists nothing that may be posted.
 */
import { type Day } from '#kernel/day.ts';
import {
  type Currency,
  type Money,
  currency as currencyNamed,
  formatMoney,
  parseCurrency,
} from '#kernel/money.ts';
import { saidInText } from '../bank-text.ts';
import { type BankTransaction, type FileProblem, type Statement } from '../neutral.ts';
import { lastingId, stated, unrepeated } from '../references.ts';
import { remittancesIn } from '../x12-820/addenda.ts';
import { type AccountPart, type DetailPart, type GroupPart, bai2Parts } from './parts.ts';
import { provedGap } from './totals.ts';
import { channelOfCode, directionOf, isReturn, namesCheck } from './type-codes.ts';

const dollars = currencyNamed('USD');

type Open = Omit<Statement, 'transactions'> & { transactions: BankTransaction[] };
export type Place = { readonly group: GroupPart; readonly on: Day; readonly currency: Currency };

/** The statements of the file, and what is odd about them. */
export function bai2Statements(bytes: Uint8Array): {
  readonly statements: readonly Statement[];
  readonly problems: readonly FileProblem[];
} {
  const statements: Open[] = [];
  const problems: FileProblem[] = [];
  let group: GroupPart | undefined;
  let place: Place | undefined;
  for (const part of bai2Parts(bytes)) {
    if (part.kind === 'group') {
      group = part;
      problems.push(...groupProblems(part));
    }
    if (part.kind === 'account' && group) {
      place = placeOf(part, group);
      statements.push(openStatement(part, place));
      problems.push(...accountProblems(part, place));
    }
    if (part.kind === 'detail' && place) {
      statements.at(-1)?.transactions.push(transactionOf(part, place));
    }
  }
  return { statements: statements.map(withOwnIds), problems };
}

/** Whose statement it is, of which day, in which currency. */
export function placeOf(account: AccountPart, group: GroupPart): Place {
  return { group, on: group.asOf, currency: currencyOf(account, group) };
}

/** Of the account, else of its group; a bank that names none means dollars. */
function currencyOf(account: AccountPart, group: GroupPart): Currency {
  return parseCurrency(account.currency) ?? parseCurrency(group.currency) ?? dollars;
}

/** A statement as its 03 record begins it. */
export function openStatement(account: AccountPart, { group, on, currency }: Place): Open {
  const balance = (code: string): Money | undefined => {
    const found = account.summaries.find((summary) => summary.code === code);
    return found?.amount === undefined ? undefined : { minor: found.amount, currency };
  };
  const opening = balance('010');
  const closing = balance('015');
  return {
    account: account.number,
    currency,
    kind: group.modifier === '3' ? 'intraday' : 'statement',
    from: on,
    to: on,
    ...(opening && { opening }),
    ...(closing && { closing }),
    transactions: [],
  };
}

/** What is odd about a group. */
export function groupProblems({ line, status }: GroupPart): FileProblem[] {
  const odd: Readonly<Record<string, string>> = {
    '2': 'bai2.group_deletes',
    '3': 'bai2.group_corrects',
    '4': 'bai2.group_is_test',
  };
  const code = odd[status];
  return code === undefined ? [] : [{ record: line, code, facts: {} }];
}

/** What is odd about the balances of a statement. */
export function accountProblems(account: AccountPart, { currency }: Place): FileProblem[] {
  const gap = provedGap(account);
  if (!gap) return [];
  const text = (minor: bigint): string => formatMoney({ minor, currency });
  const facts = { stated: text(gap.stated), found: text(gap.found) };
  return [{ record: account.line, code: 'bai2.balances_do_not_prove', facts }];
}

/** One line, signed from the side of the account holder; its id as the bank gave it. */
export function transactionOf(detail: DetailPart, place: Place): BankTransaction {
  const { line: record, code, valueOn, bankReference, customerReference, text } = detail;
  const direction = directionOf(code);
  const said = saidInText(text.slice(0, 4000));
  const payerName = direction === 'debit' ? said.payeeName : said.payerName;
  const checkNumber = said.checkNumber ?? (namesCheck(code) ? customerReference : undefined);
  const [remittance] = remittancesIn(segmentsIn(text));
  return {
    record,
    ...(bankReference ? { externalId: bankReference } : {}),
    bookedOn: place.on,
    ...(valueOn && { valueOn }),
    amount: {
      minor: direction === 'debit' ? -detail.amount : detail.amount,
      currency: place.currency,
    },
    status: statusOf(direction, place.group),
    code: `bai:${code}`,
    channel: channelOfCode(code, text),
    ...(isReturn(code) && { returned: returnedOf(detail, said.returnReason, checkNumber) }),
    ...(payerName ? { payerName } : {}),
    ...(said.payerAccount && direction === 'credit' ? { payerAccount: said.payerAccount } : {}),
    ...(checkNumber ? { checkNumber: checkNumber.replace(/^0+(?=\d)/u, '') } : {}),
    references: stated([customerReference, bankReference, ...said.references]),
    text,
    ...(remittance && { remittance: { ...remittance, record } }),
  };
}

/** A bank puts its own words before the payer's segments. */
function segmentsIn(text: string): string {
  return text.slice(Math.max(text.search(/\b(?:ISA|GS|ST|BPR|TRN|RMR)[*^|]/u), 0));
}

function statusOf(direction: string, { status, modifier }: GroupPart): BankTransaction['status'] {
  if (direction === 'none' || status === '2' || status === '4') return 'information';
  return modifier === '1' || modifier === '3' ? 'pending' : 'booked';
}

function returnedOf(
  { customerReference }: DetailPart,
  reason: string | undefined,
  checkNumber: string | undefined,
): { reason: string; originalId?: string } {
  const originalId = checkNumber ?? customerReference;
  return { reason: reason ?? 'returned', ...(originalId ? { originalId } : {}) };
}

/** A reference that the bank gave twice identifies neither line; a short one counts a day's. */
function withOwnIds(statement: Open): Statement {
  const own = unrepeated(statement.transactions.map(({ externalId }) => externalId));
  return {
    ...statement,
    transactions: statement.transactions.map(({ externalId, ...rest }) =>
      externalId !== undefined && own.has(externalId)
        ? { ...rest, externalId: lastingId(externalId, rest.bookedOn) }
        : rest,
    ),
  };
}
