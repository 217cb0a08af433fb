/** Repairs of many over the wire: shown first, done in one go, taken back as a whole. */
import { type Id, id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { applyOldCredits, creditsToApply } from '../actions/apply-old-credits.ts';
import { closeDuplicates, duplicatesThere } from '../actions/close-duplicates.ts';
import { setFields } from '../actions/set-fields.ts';
import { undoFix } from '../actions/undo-fix.ts';
import * as contract from '../contract.ts';
import { accountsOf } from '../store/chosen.ts';
import {
  type AccountFields,
  accountFields,
  accountsWithOldCredits,
  latestFixes,
} from '../store/fixes.ts';
import { choiceOf, companyOf } from './chosen.ts';

export const repairRoutes: readonly Served[] = [
  serve(contract.creditPlan, async ({ query, desk, session }) => {
    const companyId = companyOf(session, query.company);
    if (companyId === null) return accept({ rows: [] });
    const accountIds = await accountsWithOldCredits(desk.db, companyId);
    const wish = { companyId, accountIds };
    const pairs = await creditsToApply(desk.db, wish, desk.clock.today());
    const cards = await cardsOf(desk.db, accountIds, companyId);
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
  serve(contract.duplicatePlan, async ({ query, desk, session }) => {
    const companyId = companyOf(session, query.company);
    if (companyId === null) return accept({ rows: [] });
    const wish = { companyId, accountIds: null };
    const plan = await duplicatesThere(desk.db, wish, desk.clock.today());
    const cards = await cardsOf(
      desk.db,
      plan.map(({ closed }) => closed.accountId),
      companyId,
    );
    return accept({
      rows: plan.map(({ kept, closed }) => ({
        accountId: closed.accountId,
        account: cards.get(closed.accountId)?.customer ?? '',
        name: cards.get(closed.accountId)?.name ?? '',
        closes: closed.number,
        keeps: kept.number,
        amount: formatMoney(money(closed.open, closed.currency)),
        currency: closed.currency,
      })),
    });
  }),
  serve(contract.closeDuplicates, async ({ body, session, perform }) => {
    const companyId = companyOf(session, body.company);
    if (companyId === null) return refuse('project.company_unknown');
    const accountIds = body.accountIds.length > 0 ? body.accountIds.map(id) : null;
    return perform('projects.close_duplicates', body.reason, (context) =>
      closeDuplicates(context, { companyId, accountIds }),
    );
  }),
  serve(contract.setFields, async ({ body, desk, session, perform }) => {
    const accounts = await accountsMeant(desk.db, body, session);
    if (!accounts.ok) return accounts;
    const { language, termsCode, contactName: name, email, phone } = body;
    const reach = { email: blankIsNone(email), phone: blankIsNone(phone) };
    const added = name !== undefined || reach.email !== null || reach.phone !== null;
    const contact = added ? { name: name ?? '', ...reach } : undefined;
    const wish = { ...accounts.value, language, termsCode, contact };
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

async function cardsOf(
  db: Queries,
  accountIds: readonly Id[],
  companyId: Id,
): Promise<Map<Id, AccountFields>> {
  const own = await accountFields(db, accountIds, companyId);
  return new Map(own.map((card) => [card.accountId, card]));
}

type Meant = { readonly companyId: Id; readonly accountIds: readonly Id[] };

/** The accounts that were named, or those of the chosen findings, all of one company. */
async function accountsMeant(
  db: Queries,
  body: BodyOf<typeof contract.setFields>,
  session: Session,
): Promise<
  Outcome<
    Meant,
    'project.company_unknown' | 'finding.none_chosen' | 'fix.one_company' | 'fix.nothing_to_do'
  >
> {
  if (body.accountIds !== undefined) {
    const companyId = companyOf(session, body.company);
    if (companyId === null) return refuse('project.company_unknown');
    return accept({ companyId, accountIds: body.accountIds.map(id) });
  }
  const choice = choiceOf(body, session);
  if (!choice.ok) return choice;
  const [first, ...others] = await accountsOf(db, choice.value.chosen);
  if (first === undefined) return refuse('fix.nothing_to_do');
  if (others.length > 0) return refuse('fix.one_company');
  const [companyId, accountIds] = first;
  return accept({ companyId, accountIds });
}

function blankIsNone(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
