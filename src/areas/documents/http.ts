/** Originals over the wire: dropped, linked by hand, listed, shown, withdrawn. */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { addOriginals } from './actions/add-originals.ts';
import { linkFile } from './actions/link-file.ts';
import { putAsideFile } from './actions/put-aside-file.ts';
import { withdrawOriginal } from './actions/withdraw-original.ts';
import { wireIntake, wireOriginals, wireWaiting } from './answers/wire.ts';
import * as contract from './contract.ts';
import { originalFile, originalsOf } from './store/originals.ts';
import { type WhoseFiles, waitingFiles } from './store/waiting.ts';

export const documentRoutes: readonly Served[] = [
  serveUpload(contract.addOriginals, async ({ files, session, perform }) => {
    const wish = {
      files: files.map(({ name, bytes }) => ({
        name,
        read: () => Promise.resolve({ content: bytes, sha256: fingerprint(bytes) }),
      })),
      companies: visibleCompanies(session),
      acceptGood: true,
    };
    return perform('documents.add_originals', `${files.length} files dropped`, async (context) => {
      const taken = await addOriginals(context, wish, () => undefined);
      return taken.ok ? accept(wireIntake(taken.value, session.language)) : taken;
    });
  }),
  serve(contract.waitingFiles, async ({ query, desk, session }) => {
    const list = listName('originals', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const page = { limit: query.limit, offset: offset.value };
    const { rows, count } = await waitingFiles(desk.db, whoseFiles(session), page);
    return accept({
      rows: rows.map((row) => wireWaiting(row, session.language)),
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),
  serve(contract.linkFile, async ({ params, body, session, desk, perform }) => {
    const account = await accountNamed(desk.db, session, body);
    if (!account.ok) return account;
    const accountId = account.value;
    const { number, kind } = body;
    const wish = { accountId, number, kind, fileId: id(params.fileId), whose: whoseFiles(session) };
    return perform(
      'documents.link_file',
      `linked by hand to ${number}`,
      (context) => linkFile(context, wish),
      accountId,
    );
  }),
  serve(contract.putAsideFile, ({ params, body, session, perform }) =>
    perform('documents.put_aside_file', body.reason, (context) =>
      putAsideFile(context, { fileId: id(params.fileId), whose: whoseFiles(session) }),
    ),
  ),
  serve(contract.accountOriginals, async ({ params, desk, session }) => {
    const rows = await originalsOf(desk.db, id(params.accountId));
    return accept({ rows: wireOriginals(rows, session.language) });
  }),
  serveFile(contract.originalFile, async ({ params, query, desk }) => {
    const found = await originalFile(desk.db, id(params.accountId), id(params.originalId));
    if (!found) return refuse('documents.no_such_original');
    const { fileName: name, mediaType: type, content: body } = found;
    // A TIFF is shown by no browser.
    const shown = query.inline === 'true' && type !== 'image/tiff';
    return accept({ name, type, body, ...(shown ? { shown } : {}) });
  }),
  serve(contract.withdrawOriginal, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const originalId = id(params.originalId);
    return perform(
      'documents.withdraw_original',
      body.reason,
      (context) => withdrawOriginal(context, { accountId, originalId }),
      accountId,
    );
  }),
];

/** The account that somebody named by its number, among the companies they work for. */
async function accountNamed(
  db: Queries,
  session: Session,
  { account, company }: { readonly account: string; readonly company?: string | undefined },
): Promise<Outcome<Id, 'documents.account_ambiguous' | 'documents.no_such_account'>> {
  const scope = visibleCompanies(session, company);
  const found = (await accountsNumbered(db, account, company)).filter((each) =>
    session.companies.some(
      ({ code, companyId }) =>
        code === each.company && (scope === 'all' || scope.includes(companyId)),
    ),
  );
  const [only, ...others] = found;
  if (only === undefined) return refuse('documents.no_such_account', { account });
  if (others.length === 0) return accept(only.accountId);
  const companies = found.map((each) => each.company).join(', ');
  return refuse('documents.account_ambiguous', { account, companies });
}

/** A file that waits belongs to no company yet: only who sees them all sees another's. */
function whoseFiles({ companyIds, actor }: Session): WhoseFiles {
  return companyIds === 'all' ? 'everybody' : { actor: actor.ref };
}
