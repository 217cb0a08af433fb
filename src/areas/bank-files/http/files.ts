/** Files: dropped and taken in, listed, shown, downloaded, named, ended. */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { closeFile } from '../actions/close-file.ts';
import { handOutFile } from '../actions/hand-out-file.ts';
import { nameAccount } from '../actions/name-account.ts';
import { takeInFiles } from '../actions/take-in-files.ts';
import { wireControl, wireProblem, wireTaken, wireUnknown } from '../answers/preview.ts';
import { readDropped, readOne } from '../answers/read-dropped.ts';
import { wireAct, wireAwaited, wireFile, wireStatementRow } from '../answers/wire.ts';
import * as contract from '../contract/files.ts';
import { numbersMeant } from '../rules/account-number.ts';
import { mappingFrom } from '../rules/table-mapping.ts';
import { awaitedBy } from '../store/files.ts';
import {
  type FileRow,
  accountNames,
  actsOfFile,
  controlsOf,
  countFiles,
  findFile,
  holdsMoreThan,
  listFiles,
  problemsOf,
  statementsOfFile,
} from '../store/list-files.ts';
import { companyFor } from './whose.ts';

export const fileRoutes: readonly Served[] = [
  serveUpload(contract.takeInFiles, async ({ files, query, session, desk, perform }) => {
    const company = companyFor(session, query.company);
    if (!company.ok) return company;
    const { as, bankAccountId, replaces } = query;
    const reading = { db: desk.db, companyId: company.value, said: mappingFrom(query) };
    const read = await readDropped(files, reading);
    if (!read.ok) return read;
    const from = {
      companyId: company.value,
      companies: session.companyIds,
      source: 'upload',
      ...(as ? { as } : {}),
      ...(bankAccountId === undefined ? {} : { bankAccountId: id(bankAccountId) }),
      ...(replaces === undefined ? {} : { replaces: id(replaces) }),
    };
    const taken = await perform(
      'bank_files.take_in_file',
      `${read.value.map(({ name }) => name).join(', ')} dropped`,
      (context) => takeInFiles(context, read.value, from),
    );
    if (!taken.ok) return taken;
    const numbers = read.value.flatMap(({ neutral }) =>
      neutral.statements.flatMap(({ account, currency }) => numbersMeant(account, currency)),
    );
    const names = await accountNames(desk.db, numbers);
    return accept({
      files: read.value.flatMap((file, index) => {
        const intake = taken.value[index];
        return intake ? [wireTaken(file, intake, names, session.language)] : [];
      }),
    });
  }),

  serve(contract.bankFiles, async ({ query, desk, session }) => {
    const list = listName('bank files', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const filter = { companies: visibleCompanies(session, query.company), state: query.state };
    const [rows, states] = await Promise.all([
      listFiles(desk.db, filter, { limit: query.limit, offset: offset.value }),
      countFiles(desk.db, filter),
    ]);
    const count = states
      .filter(({ state }) => query.state === undefined || state === query.state)
      .reduce((sum, each) => sum + each.count, 0);
    return accept({
      rows: rows.map((row) => wireFile(row, session.language)),
      states,
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),

  serve(contract.oneBankFile, async ({ params, desk, session }) => {
    const found = await fileIn(desk.db, session, params.fileId);
    return found.ok ? accept(await wireOneFile(desk.db, session, found.value)) : found;
  }),

  serveFile(contract.rawBankFile, async ({ params, desk, session, perform }) => {
    const found = await fileIn(desk.db, session, params.fileId);
    if (!found.ok) return found;
    const file = found.value.file_name;
    if (await holdsMoreThan(desk.db, session.companyIds, id(params.fileId))) {
      return refuse('bank_files.other_company', { file });
    }
    const name = file.split('/').at(-1) ?? 'file';
    const wish = { fileId: id(params.fileId), sha256: found.value.sha256 };
    const body = await perform(
      'bank_files.hand_out_file',
      'asked for as the bank sent it',
      (context) => handOutFile(context, wish),
    );
    return body.ok ? accept({ name, type: 'application/octet-stream', body: body.value }) : body;
  }),

  serve(contract.nameAccount, async ({ params, body, session, desk, perform }) => {
    const found = await fileIn(desk.db, session, params.fileId);
    if (!found.ok) return found;
    const companyId = id(found.value.company_id);
    const wish = {
      ...body,
      fileId: id(params.fileId),
      bankAccountId: id(body.bankAccountId),
      companies: session.companyIds,
      read: async (bytes: Uint8Array, name: string) => {
        const read = await readOne({ name, bytes }, { db: desk.db, companyId, said: {} });
        return read.ok ? accept(read.value.neutral) : read;
      },
    };
    const named = await perform('bank_files.name_account', 'account of a file named', (context) =>
      nameAccount(context, wish),
    );
    if (!named.ok) return named;
    const { state, added, unknownAccounts, found: count } = named.value;
    return accept({
      state,
      found: count,
      added,
      unknownAccounts: unknownAccounts.map(wireUnknown),
    });
  }),

  serve(contract.closeFile, async ({ params, body, session, perform }) => {
    const wish = { fileId: id(params.fileId), companies: session.companyIds };
    const closed = await perform('bank_files.close_file', body.reason, (context) =>
      closeFile(context, wish),
    );
    return closed.ok ? accept({ state: 'closed' as const }) : closed;
  }),
];

async function fileIn(
  db: Queries,
  session: Session,
  fileId: string,
): Promise<Outcome<FileRow, 'bank_files.no_such_file'>> {
  const row = await findFile(db, session.companyIds, id(fileId));
  return row ? accept(row) : refuse('bank_files.no_such_file');
}

async function wireOneFile(
  db: Queries,
  { language, companyIds }: Session,
  row: FileRow,
): Promise<contract.WireOneFile> {
  const fileId: Id = id(row.file_id);
  const [unknown, statements, controls, problems, acts] = await Promise.all([
    row.state === 'waiting' ? awaitedBy(db, companyIds, fileId) : [],
    statementsOfFile(db, companyIds, fileId),
    controlsOf(db, fileId),
    problemsOf(db, fileId),
    actsOfFile(db, fileId),
  ]);
  return {
    file: wireFile(row, language),
    replacedBy: row.replaced_by,
    unknownAccounts: unknown.map(wireAwaited),
    statements: statements.map(wireStatementRow),
    controls: controls.map(wireControl),
    problems: problems.map((problem) => wireProblem(problem, language)),
    acts: acts.map((act) => wireAct(act, language)),
  };
}
