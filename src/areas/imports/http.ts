/** The import screen's routes: drop, fix, try, take in, look back, undo. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency, parseCurrency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { companies, companyByCode } from '#areas/team/index.ts';
import { type Desk, perform as performAction } from '#platform/action.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve, serveUpload } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { adjustUpload } from './actions/adjust-upload.ts';
import { keepUpload } from './actions/keep-upload.ts';
import { undoImport } from './actions/undo-import.ts';
import { type LookedAt, bookOf, lookAt, openFile, sourceOf } from './answers/open-files.ts';
import { wireOutcome } from './answers/outcome.ts';
import { type Preview, previewOf } from './answers/preview.ts';
import { type Brought, type Taking, takingOf } from './answers/taking.ts';
import * as contract from './contract.ts';
import { closingRoutes } from './http/closings.ts';
import { type DeskKind, isDeskKind } from './rules/desk-kinds.ts';
import { type Settings, parseSettings } from './rules/settings.ts';
import { itemsCameBefore, pastImports } from './store/history.ts';
import { deleteUpload, findUpload, rememberSettings, rememberedSettings } from './store/uploads.ts';

/** Problems spelled out on a screen; the count tells how many there are. */
const mostProblems = 500;

export const importRoutes: readonly Served[] = [
  serveUpload(contract.upload, async ({ files, session, desk, perform }) => {
    const [dropped] = files;
    if (!dropped || files.length > 1) return refuse('imports.one_file_at_a_time');
    const opened = await openFile(dropped);
    if (!opened.ok) return opened;
    const remembered = parseSettings(await rememberedSettings(desk.db, opened.value.table.columns));
    const settings = remembered.ok ? remembered.value : {};
    const kept = await perform('imports.keep_upload', `upload of ${dropped.name}`, (context) =>
      keepUpload(context, {
        memberId: session.memberId,
        fileName: dropped.name,
        content: dropped.bytes,
        settings,
      }),
    );
    if (!kept.ok) return kept;
    const looked = await look(desk, session, [opened.value], settings);
    return accept(await preview(desk, session, kept.value.uploadId, { looked, settings }));
  }),

  serve(contract.adjustUpload, async ({ params, body, session, desk, perform }) => {
    const uploadId = id(params.uploadId);
    const wished = settingsFrom(body);
    const adjusted = await perform('imports.adjust_upload', 'how the file is read', (context) =>
      adjustUpload(context, { memberId: session.memberId, uploadId, settings: wished }),
    );
    if (!adjusted.ok) return adjusted;
    const reopened = await reopen(desk, session, uploadId);
    if (!reopened.ok) return reopened;
    const { looked } = reopened.value;
    return accept(await preview(desk, session, uploadId, { looked, settings: wished }));
  }),

  serve(contract.runImport, async ({ params, body, session, desk, perform }) => {
    const uploadId = id(params.uploadId);
    const reopened = await reopen(desk, session, uploadId);
    if (!reopened.ok) return reopened;
    const { looked, settings } = reopened.value;
    if (!looked.detection.plan) return refuse('import.questions_open');
    const denied =
      (await deniedCompany(desk, session, settings.company)) ?? deniedKind(session, looked);
    if (denied) return denied;
    const today = desk.clock.today();
    const book = {
      ...bookOf([looked], today, settings.source),
      company: settings.company,
      ...(session.companyIds === 'all'
        ? {}
        : { within: session.companies.map(({ code }) => code) }),
      currency: settings.currency === undefined ? undefined : parseCurrency(settings.currency),
      acceptGood: body.acceptGood,
    };
    const asOf = body.asOf === undefined ? today : day(body.asOf);
    const wish = { asOf, confirmClosing: body.confirmClosing };
    const taking = takingOf(book, settings.snapshot === true ? wish : null);
    if (body.dryRun) return tryOut(desk, session, taking);
    const done = await perform(
      'imports.import_book',
      `import of ${looked.file.name}`,
      async (context) => {
        const outcome = await taking(context, () => undefined);
        if (!outcome.ok) return outcome;
        await rememberSettings(context, looked.table.columns, settings);
        await deleteUpload(context.tx, uploadId);
        return accept(wireOutcome(outcome.value, session.language, { most: mostProblems }));
      },
    );
    return done;
  }),

  serve(contract.imports, async ({ query, session, desk }) => {
    const list = listName('imports', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const page = { limit: query.limit, offset: offset.value };
    const { rows, count } = await pastImports(desk.db, session.companyIds, page);
    return accept({
      rows: rows.map((row) => ({
        importId: row.import_id,
        at: row.at,
        actor: actorName(row.actor, session.language),
        files: row.files,
        kind: row.kind,
        company: row.company ?? '',
        accepted: row.accepted,
        controlTotals: row.control_totals,
        undoneAt: row.undone_at,
        undoable: row.undone_at === null,
      })),
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),

  serve(contract.undoImport, ({ params, body, perform }) =>
    perform('imports.undo_import', body.reason, (context) =>
      undoImport(context, id(params.importId)),
    ),
  ),

  ...closingRoutes,
];

type Reopened = { readonly looked: LookedAt; readonly settings: Settings };

async function reopen(
  desk: Desk,
  session: Session,
  uploadId: Id,
): Promise<Outcome<Reopened, string>> {
  const found = await findUpload(desk.db, session.memberId, uploadId);
  if (!found) return refuse('imports.no_such_upload');
  const opened = await openFile({ name: found.fileName, bytes: found.content });
  if (!opened.ok) return opened;
  const settings = parseSettings(found.settings);
  if (!settings.ok) return settings;
  const looked = await look(desk, session, [opened.value], settings.value);
  return accept({ looked, settings: settings.value });
}

async function preview(
  { db }: Desk,
  session: Session,
  uploadId: Id,
  { looked, settings }: Reopened,
): Promise<Preview> {
  const source = settings.source ?? sourceOf([looked]);
  const before = await itemsCameBefore(db, source, session.companyIds);
  return previewOf(uploadId, looked, settings, session.language, { source, before });
}

async function look(
  desk: Desk,
  session: Session,
  files: Parameters<typeof lookAt>[0],
  settings: Settings,
): Promise<LookedAt> {
  const [looked] = lookAt(files, settings, await companyCurrency(desk, session, settings.company));
  if (!looked) throw new Error('a file was looked at and nothing was seen');
  return looked;
}

/** A dry run: the same code, rolled back; problems are an answer, not a refusal. */
async function tryOut(desk: Desk, session: Session, taking: Taking) {
  let seen: Brought | undefined;
  const doing = {
    action: 'imports.import_book',
    actor: session.actor,
    reason: 'dry run',
    input: null,
    dryRun: true,
  };
  const tried = await performAction(desk, doing, (context) =>
    taking(context, (found) => (seen = found)),
  );
  if (!tried.ok && !seen) return tried;
  if (!seen) throw new Error('the import ended without an outcome');
  const wire = wireOutcome(seen, session.language, { most: mostProblems });
  return accept({ ...wire, importId: null });
}

/** A file does nothing that its importer could not do by hand. */
const neededFor: { readonly [K in DeskKind]: string } = {
  contacts: 'accounts.edit',
  owners: 'accounts.assign',
  notes: 'accounts.note',
  promises: 'promises.make',
  disputes: 'accounts.note',
  'next-actions': 'worklist.work',
};

function deniedKind({ permissions }: Session, { detection: { kind } }: LookedAt) {
  if (!isDeskKind(kind) || permissions.includes(neededFor[kind])) return undefined;
  return refuse('import.kind_not_allowed', { kind });
}

/** Only somebody who sees every company may found a new one by importing into it. */
async function deniedCompany(desk: Desk, session: Session, code: string | undefined) {
  if (session.companyIds === 'all') return undefined;
  if (code !== undefined && session.companies.some((company) => company.code === code)) {
    return undefined;
  }
  const known = code === undefined ? undefined : await companyByCode(desk.db, code);
  return refuse('team.no_such_company', { company: known?.code ?? code ?? '' });
}

async function companyCurrency(
  desk: Desk,
  session: Session,
  code: string | undefined,
): Promise<Currency | undefined> {
  const real = (await companies(desk.db, session.companyIds)).filter(({ demo }) => !demo);
  if (code === undefined && real.length > 1) return undefined;
  const known = code === undefined ? real[0] : await companyByCode(desk.db, code);
  return known?.baseCurrency ?? currency('USD');
}

function settingsFrom(body: {
  readonly kind?: string | undefined;
  readonly company?: string | undefined;
  readonly currency?: string | undefined;
  readonly dateOrder?: string | undefined;
  readonly decimalMark?: string | undefined;
  readonly mapping?: Readonly<Record<string, string>> | undefined;
  readonly snapshot?: boolean | undefined;
  readonly source?: string | undefined;
}): Settings {
  const stated = Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = parseSettings(stated);
  return parsed.ok ? parsed.value : {};
}
