/** Workbooks over the wire: handed out, brought back, reviewed, applied, taken back. */
import { id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { memberById } from '#areas/team/index.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { applyWorkbook } from './actions/apply-workbook.ts';
import { issueWorkbook } from './actions/issue-workbook.ts';
import { takeInWorkbook } from './actions/take-in-workbook.ts';
import { undoWorkbook } from './actions/undo-workbook.ts';
import { type BookAsked, makeBook } from './answers/make-book.ts';
import {
  type Reviewer,
  openBook,
  openUpload,
  reviewOf,
  wireRows,
  wireUpload,
  wishOf,
} from './answers/review.ts';
import * as contract from './contract.ts';
import { readingOf } from './rules/kinds.ts';
import { uploadedFile, uploadsBy } from './store/workbooks.ts';

export const workbookRoutes: readonly Served[] = [
  serveFile(contract.workbookFile, async ({ params, query, desk, session, perform }) => {
    const permission = readingOf[params.kind];
    if (!session.permissions.includes(permission)) {
      return refuse('permission.missing', { permission });
    }
    const owner = await ownerOf(desk, query.owner, session);
    if (!owner.ok) return owner;
    const made = await makeBook(desk, {
      kind: params.kind,
      language: session.language,
      companies: visibleCompanies(session, query.company),
      company: query.company,
      owner: owner.value,
      accountId: query.account === undefined ? undefined : id(query.account),
    });
    if (!made.ok) return made;
    const { issued, name, bytes } = made.value;
    const noted = await perform('workbooks.issue_workbook', `download of ${name}`, (context) =>
      issueWorkbook(context, issued),
    );
    return noted.ok ? accept({ name, type: fileTypes.xlsx, body: bytes }) : noted;
  }),

  serve(contract.uploads, async ({ desk, session }) => {
    const rows = await uploadsBy(desk.db, session.actor.ref);
    return accept({ rows: rows.map(wireUpload) });
  }),

  serveUpload(contract.upload, async ({ files, desk, session, perform, wire }) => {
    const [file] = files;
    if (!file || files.length > 1) return refuse('workbooks.one_file');
    const opened = await openBook(desk, file);
    if (!opened.ok) return opened;
    const { name, bytes } = file;
    const sha256 = fingerprint(bytes);
    const kept = await perform('workbooks.take_in_workbook', `upload of ${name}`, (context) =>
      takeInWorkbook(context, { head: opened.value.head, name, sha256, bytes }),
    );
    if (!kept.ok) return kept;
    const { uploadId } = kept.value;
    const [stored] = wire.dryRun ? [] : await uploadsBy(desk.db, session.actor.ref, uploadId);
    const { workbookId, kind } = opened.value.head;
    const fresh = { uploadId, workbookId, kind, name, sha256, applied: 0, undone: 0 };
    const upload = stored ?? { ...fresh, at: desk.clock.now(), actor: session.name };
    return accept(await reviewOf(desk, { ...opened.value, upload }, reviewer(session)));
  }),

  serve(contract.reviewUpload, async ({ params, desk, session }) => {
    const opened = await openUpload(desk, id(params.uploadId), reviewer(session));
    return opened.ok ? accept(await reviewOf(desk, opened.value, reviewer(session))) : opened;
  }),

  serveFile(contract.uploadFile, async ({ params, desk, session }) => {
    const file = await uploadedFile(desk.db, session.actor.ref, id(params.uploadId));
    if (!file) return refuse('workbooks.no_such_upload');
    return accept({ name: file.name, type: fileTypes.xlsx, body: file.bytes });
  }),

  serve(contract.apply, async ({ params, body, desk, session, perform }) => {
    const opened = await openUpload(desk, id(params.uploadId), reviewer(session));
    if (!opened.ok) return opened;
    const wish = wishOf(opened.value, 'refuse', body.choices);
    const done = await perform('workbooks.apply_workbook', `workbook ${wish.name}`, (context) =>
      applyWorkbook(context, wish, reviewer(session)),
    );
    if (!done.ok) return done;
    const { applied, refused, leftOut, rows } = done.value;
    return accept({
      applied,
      refused,
      leftOut,
      rows: wireRows(rows, opened.value, session.language),
    });
  }),

  serve(contract.undo, async ({ params, desk, session, perform }) => {
    const uploadId = id(params.uploadId);
    const [upload] = await uploadsBy(desk.db, session.actor.ref, uploadId);
    if (!upload) return refuse('workbooks.no_such_upload');
    const { kind, name } = upload;
    return perform('workbooks.undo_workbook', `workbook ${name} taken back`, (context) =>
      undoWorkbook(context, { uploadId, kind }, reviewer(session)),
    );
  }),
];

function reviewer(session: Session): Reviewer {
  return {
    actor: session.actor,
    permissions: session.permissions,
    companies: session.companyIds,
    language: session.language,
  };
}

async function ownerOf(
  { db }: Desk,
  owner: QueryOf<typeof contract.workbookFile>['owner'],
  session: Session,
): Promise<Outcome<BookAsked['owner'], 'workbooks.no_such_person'>> {
  if (owner === undefined) return accept(undefined);
  if (owner === 'nobody') return accept({ memberId: null, name: '—' });
  const memberId = owner === 'me' ? session.memberId : id(owner);
  const member = await memberById(db, memberId);
  return member
    ? accept({ memberId, name: member.name })
    : refuse('workbooks.no_such_person', { email: owner });
}
