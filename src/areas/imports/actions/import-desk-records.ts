/**
 * Takes the desk's own records of an import in, after the accounts and invoices they are about.
 *
 * A record that came before, by its id or by what it says, is a duplicate and changes nothing.
 */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { allMembers, companyByCode } from '#areas/team/index.ts';
import { type DeskKind, deskKinds } from '../rules/desk-kinds.ts';
import { type DeskRow, contentOf, naturalKey } from '../rules/desk-record.ts';
import type { FoundProblem } from '../rules/found-problem.ts';
import {
  type Brought,
  type DeskAccount,
  broughtTo,
  debtsNumbered,
  deskAccounts,
  openDisputes,
} from '../store/brought.ts';
import { takings } from './take-desk-record.ts';

export type DeskPart = {
  readonly rows: readonly DeskRow[];
  /** For rows that name no company. */
  readonly chosen: string;
  readonly within: readonly string[] | undefined;
};

export type DeskOutcome = {
  readonly brought: readonly Brought[];
  readonly duplicates: number;
  readonly problems: readonly FoundProblem[];
};

export async function importDeskRecords(context: Context, part: DeskPart): Promise<DeskOutcome> {
  const outcomes: DeskOutcome[] = [];
  const people = await peopleByName(context);
  const companies = Map.groupBy(part.rows, ({ company }) => company ?? part.chosen);
  for (const [code, rows] of companies) {
    const company = await companyByCode(context.tx, code);
    if (company === undefined || part.within?.includes(code) === false) {
      const problems = rows.map((row) => problem(row, 'import.company_unknown', 'company', code));
      outcomes.push({ brought: [], duplicates: 0, problems });
    } else {
      outcomes.push(await takeCompany(context, company.companyId, rows, people));
    }
  }
  return {
    brought: outcomes.flatMap(({ brought }) => brought),
    duplicates: outcomes.reduce((sum, { duplicates }) => sum + duplicates, 0),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}

type People = ReadonlyMap<string, Id>;

/** People by e-mail, by the log-in before its @, and by name; what two share names nobody. */
async function peopleByName({ tx }: Context): Promise<People> {
  const names = (await allMembers(tx))
    .filter(({ active }) => active)
    .flatMap(({ memberId, email, name }) =>
      [email, email.split('@')[0] ?? email, name].map((each) => [each.toLowerCase(), memberId]),
    );
  const grouped = Map.groupBy(names, ([name]) => name ?? '');
  return new Map(
    [...grouped].flatMap(([name, found]): [string, Id][] => {
      const ids = new Set(found.map(([, memberId]) => memberId));
      const [only] = ids;
      // The second of each pair is the id of a member.
      return ids.size === 1 && only !== undefined ? [[name, only as Id]] : [];
    }),
  );
}

async function takeCompany(
  context: Context,
  companyId: Id,
  rows: readonly DeskRow[],
  people: People,
): Promise<DeskOutcome> {
  const { tx } = context;
  const numbers = [...new Set(rows.map(({ customerNumber }) => customerNumber))];
  const accounts = new Map(await deskAccounts(tx, companyId, numbers));
  const accountIds = [...accounts.values()].map(({ accountId }) => accountId);
  const debts = await debtsNumbered(tx, accountIds, [...new Set(rows.flatMap((r) => r.numbers))]);
  const known = await knownRecords(context, accountIds);
  const contested = await openDisputes(tx, accountIds);
  const brought: Brought[] = [];
  const problems: FoundProblem[] = [];
  let duplicates = 0;
  for (const row of inOrder(rows)) {
    const account = accounts.get(row.customerNumber);
    if (account === undefined) {
      problems.push(problem(row, 'import.account_unknown', 'customerNumber', row.customerNumber));
      continue;
    }
    const items = row.numbers.map((number) => debts.get(`${account.accountId} ${number}`) ?? []);
    const unknown = row.numbers[items.findIndex((found) => found.length === 0)];
    if (unknown !== undefined) {
      problems.push(problem(row, 'import.invoice_unknown', 'number', unknown));
      continue;
    }
    const itemIds = items.flat();
    const seen = known(account.accountId, row);
    const disputed =
      row.kind === 'disputes' &&
      row.endedOn === undefined &&
      itemIds.some((item) => contested.has(`${account.accountId} ${item}`));
    if (seen === 'different') {
      problems.push(
        problem(row, 'import.record_came_differently', 'externalId', row.externalId ?? ''),
      );
      continue;
    }
    if (seen === 'same' || disputed) {
      duplicates += 1;
      continue;
    }
    const person = row.owner === undefined ? undefined : people.get(row.owner.toLowerCase());
    const taken = await takings[row.kind](context, row, { account, items: itemIds, person });
    if (!taken.ok) {
      problems.push({ ...problem(row, taken.refusal, '', ''), facts: taken.facts });
    } else if (taken.value === undefined) {
      duplicates += 1;
    } else {
      brought.push(broughtOf(row, account, taken.value));
      if (row.kind === 'owners') {
        accounts.set(row.customerNumber, { ...account, ownerId: taken.value.objectId });
      }
    }
  }
  return { brought, duplicates, problems };
}

function inOrder(rows: readonly DeskRow[]): DeskRow[] {
  return rows.toSorted((a, b) => deskKinds.indexOf(a.kind) - deskKinds.indexOf(b.kind));
}

/** Kinds of which a changed record is a new fact; of the others it is a question. */
const changeable: ReadonlySet<DeskKind> = new Set(['contacts', 'owners']);

/** How a record stands to what came before: not at all, the same, or under its id differently. */
async function knownRecords(context: Context, accountIds: readonly Id[]) {
  const before = await broughtTo(context.tx, accountIds);
  const byKey = new Set(before.map((each) => `${each.accountId} ${each.kind} ${each.naturalKey}`));
  const byId = new Map(
    before.map((each) => [`${each.accountId} ${each.kind} ${each.externalId ?? ''}`, each.content]),
  );
  return (accountId: Id, row: DeskRow): 'new' | 'same' | 'different' => {
    if (changeable.has(row.kind)) return 'new';
    const content =
      row.externalId === undefined
        ? undefined
        : byId.get(`${accountId} ${row.kind} ${row.externalId}`);
    if (content !== undefined) return content === stated(row) ? 'same' : 'different';
    return byKey.has(`${accountId} ${row.kind} ${naturalKey(row)}`) ? 'same' : 'new';
  };
}

/** What the record says, without the file it stood in. */
function stated({ file: _file, ...record }: DeskRow): string {
  return contentOf(record);
}

function broughtOf(
  row: DeskRow,
  { accountId }: DeskAccount,
  effect: Pick<Brought, 'objectId' | 'change' | 'before'>,
): Brought {
  return {
    accountId,
    kind: row.kind,
    externalId: row.externalId ?? null,
    naturalKey: naturalKey(row),
    content: stated(row),
    ...effect,
  };
}

function problem(row: DeskRow, code: string, field: string, value: string): FoundProblem {
  return { file: row.file, line: row.line, field, code, facts: { value } };
}
