/** Verification and clean-ups over the wire. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { answerFindings } from './actions/answer-findings.ts';
import { applyOldCredits, creditsToApply } from './actions/apply-old-credits.ts';
import { endCleanUp } from './actions/end-clean-up.ts';
import { findEverywhere } from './actions/find-doubtful.ts';
import { giveFindings } from './actions/give-findings.ts';
import { setFields } from './actions/set-fields.ts';
import { startCleanUp } from './actions/start-clean-up.ts';
import { undoFix } from './actions/undo-fix.ts';
import { proofOf } from './answers/proof.ts';
import { wireFinding, wireProject } from './answers/wire.ts';
import * as contract from './contract.ts';
import { cleanUps } from './store/clean-ups.ts';
import { type FindingKey, countFindings } from './store/findings.ts';
import { accountFields, accountsWithOldCredits, latestFixes } from './store/fixes.ts';
import { listFindings } from './store/list.ts';

const verification: readonly Served[] = [
  serve(contract.findings, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const states =
      query.state === 'standing'
        ? (['open', 'in_work'] as const)
        : (['accepted', 'not_a_problem'] as const);
    const filter = {
      kinds: query.kind === undefined ? undefined : [query.kind],
      states,
      ownerId: query.mine === 'true' ? session.memberId : undefined,
      companies,
    };
    const [{ rows, total }, kinds] = await Promise.all([
      listFindings(desk.db, filter, { limit: query.limit, offset: 0 }),
      countFindings(desk.db, companies),
    ]);
    return accept({
      rows: rows.map(wireFinding),
      count: total,
      kinds: kinds.map(({ baseMinor, currency, ...each }) => {
        return { ...each, currency, amount: formatMoney(money(baseMinor, currency)) };
      }),
    });
  }),
  serve(contract.findDoubtful, ({ perform }) =>
    perform('projects.find_doubtful', 'asked for', findEverywhere),
  ),
  serve(contract.answerFindings, ({ body, session, perform }) => {
    const { state, note } = body;
    const until = body.until === null ? null : day(body.until);
    const wish = { keys: body.keys.map(keyOf), verdict: { state, note, until } };
    return perform('projects.answer_findings', note === '' ? state : note, (context) =>
      answerFindings(context, wish, session.companyIds),
    );
  }),
  serve(contract.giveFindings, ({ body, session, perform }) => {
    const memberId = body.memberId === null ? null : id(body.memberId);
    const wish = { keys: body.keys.map(keyOf), memberId };
    return perform('projects.give_findings', 'given', (context) =>
      giveFindings(context, wish, session.companyIds),
    );
  }),
];

const repairs: readonly Served[] = [
  serve(contract.creditPlan, async ({ query, desk, session }) => {
    const companyId = companyOf(session, query.company);
    if (companyId === null) return accept({ rows: [] });
    const accountIds = await accountsWithOldCredits(desk.db, companyId);
    const wish = { companyId, accountIds };
    const pairs = await creditsToApply(desk.db, wish, desk.clock.today());
    const own = await accountFields(desk.db, accountIds, companyId);
    const cards = new Map(own.map((card) => [card.accountId, card]));
    return accept({
      rows: pairs.map(({ accountId, credit, debt, amount }) => ({
        accountId,
        account: cards.get(accountId)?.customer ?? '',
        name: cards.get(accountId)?.name ?? '',
        credit: credit.number,
        invoice: debt.number,
        amount: formatMoney(money(amount, credit.currency)),
        currency: credit.currency,
      })),
    });
  }),
  serve(contract.applyOldCredits, async ({ body, desk, session, perform }) => {
    const companyId = companyOf(session, body.company);
    if (companyId === null) return refuse('project.company_unknown');
    const named = body.accountIds.map(id);
    const accountIds = named.length > 0 ? named : await accountsWithOldCredits(desk.db, companyId);
    return perform('projects.apply_old_credits', body.reason, (context) =>
      applyOldCredits(context, { companyId, accountIds }),
    );
  }),
  serve(contract.setFields, async ({ body, session, perform }) => {
    const companyId = companyOf(session, body.company);
    if (companyId === null) return refuse('project.company_unknown');
    const { language, termsCode } = body;
    const wish = { companyId, accountIds: body.accountIds.map(id), language, termsCode };
    return perform('projects.set_fields', body.reason, (context) => setFields(context, wish));
  }),
  serve(contract.fixes, async ({ query, desk, session }) => {
    const rows = await latestFixes(desk.db, visibleCompanies(session, query.company));
    return accept({
      rows: rows.map(({ fixId, kind, reason, actor, at, steps, undone }) => {
        const by = actorName(actor, session.language);
        return { fixId, kind, reason, actor: by, at, steps, undone };
      }),
    });
  }),
  serve(contract.undoFix, ({ params, body, session, perform }) => {
    const by = { companies: session.companyIds, permissions: session.permissions };
    return perform('projects.undo_fix', body.reason, (context) =>
      undoFix(context, id(params.fixId), by),
    );
  }),
];

const projects: readonly Served[] = [
  serve(contract.projects, async ({ query, desk, session }) => {
    const all = await cleanUps(desk.db, visibleCompanies(session, query.company));
    return accept({ rows: await Promise.all(all.map((each) => wireProject(desk.db, each))) });
  }),
  serve(contract.startCleanUp, ({ body, session, perform }) => {
    const { title, kinds, targetCount, dueOn } = body;
    const wish = {
      companyId: companyOf(session, body.company),
      title,
      kinds,
      ownerId: body.ownerId === null ? null : id(body.ownerId),
      target: { count: targetCount, amount: null, dueOn: day(dueOn) },
    };
    return perform('projects.start_clean_up', title, (context) =>
      startCleanUp(context, wish, session.companyIds),
    );
  }),
  serve(contract.endCleanUp, ({ params, body, session, perform }) => {
    const wish = { projectId: id(params.projectId), note: body.note };
    return perform('projects.end_clean_up', body.note, (context) =>
      endCleanUp(context, wish, session.companyIds),
    );
  }),
  serveFile(contract.projectProof, async ({ params, desk, session }) => {
    const [project] = await cleanUps(desk.db, session.companyIds, id(params.projectId));
    if (!project) return refuse('project.no_such_project');
    return accept({
      name: `clean-up-${project.startedOn}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: await proofOf(desk.db, project, session.language),
    });
  }),
];

export const projectRoutes: readonly Served[] = [...verification, ...repairs, ...projects];

type WireKey = { accountId: string; kind: contract.FindingKind; subject: string };

function keyOf({ accountId, kind, subject }: WireKey): FindingKey {
  return { accountId: id(accountId), kind, subject };
}

/** The company that is named, or the first that is shown; null when that is none. */
function companyOf(session: Session, code: string | undefined): Id | null {
  const visible = visibleCompanies(session, code);
  const shown = visible === 'all' ? session.companies.map((each) => each.companyId) : visible;
  return shown[0] ?? null;
}
