/** Write-offs over HTTP: the register, small balances, agencies. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency, formatMoney, parseMinor, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { placeWithAgency, recallFromAgency } from './actions/place-with-agency.ts';
import { reverseWriteOff } from './actions/reverse-write-off.ts';
import { askSweep, sweepSmall } from './actions/sweep-small.ts';
import { readRegister, readSmall, registerFile, wirePlacement } from './answers/register.ts';
import * as contract from './contract.ts';
import { placeables, placementsOf } from './store/placements.ts';
import type { RegisterFilter } from './store/register.ts';
import { sweepsOf } from './store/sweeps.ts';

export const writeOffRoutes: readonly Served[] = [
  serve(contract.writeOffs, async ({ query, session, desk }) => {
    const list = listName('write-offs', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const stretch = { limit: query.limit, offset: offset.value };
    const found = await readRegister(desk.db, filterOf(query, session), stretch, session.language);
    const shown = offset.value + found.rows.length;
    return accept({ ...found, nextCursor: nextOffset(list, shown, found.count) });
  }),

  serveFile(contract.exportWriteOffs, async ({ query, session, desk }) => {
    const filter = filterOf(query, session);
    return accept(await registerFile(desk.db, filter, query.format, session.language));
  }),

  serve(contract.reverseWriteOff, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const wish = { accountId, applicationId: id(params.applicationId) };
    return perform(
      'write_offs.reverse_write_off',
      body.reason,
      (context) => reverseWriteOff(context, wish),
      accountId,
    );
  }),

  serve(contract.smallBalances, async ({ query, session, desk }) => {
    const company = oneOf(session, query.company);
    if (!company.ok) return company;
    const { companyId, code } = company.value;
    const cutOff = query.cutOff === undefined ? undefined : day(query.cutOff);
    const small = await readSmall(desk.db, companyId, cutOff, desk.clock.today());
    return accept({ company: code, ...small });
  }),

  serve(contract.sweepSmall, async ({ body, session, perform }) => {
    const company = oneOf(session, body.company);
    if (!company.ok) return company;
    const { companyId } = company.value;
    const wish = { companyId, cutOff: day(body.cutOff), count: body.count };
    return perform('write_offs.sweep_small', body.reason, (context) => sweepSmall(context, wish));
  }),

  serve(contract.askSweep, async ({ body, session, perform }) => {
    const company = oneOf(session, body.company);
    if (!company.ok) return company;
    const { companyId } = company.value;
    const { cutOff, count, evidence, reason } = body;
    const wish = { companyId, cutOff: day(cutOff), count, evidence };
    return perform('write_offs.ask_sweep', reason, (context) => askSweep(context, wish));
  }),

  serve(contract.sweeps, async ({ query, session, desk }) => {
    const rows = await sweepsOf(desk.db, visibleCompanies(session, query.company));
    return accept({
      rows: rows.map(({ weight, ...row }) => ({
        ...row,
        weight: formatMoney(weight),
        currency: weight.currency,
      })),
    });
  }),

  serve(contract.placements, async ({ query, session, desk }) => {
    const companies = visibleCompanies(session, query.company);
    return accept({ rows: (await placementsOf(desk.db, { companies })).map(wirePlacement) });
  }),

  serve(contract.placeable, async ({ params, desk }) => {
    const accountId = id(params.accountId);
    const owed = await placeables(desk.db, accountId);
    const rows = await placementsOf(desk.db, { accountId });
    return accept({
      placeable: owed.map((each) => ({ amount: formatMoney(each), currency: each.currency })),
      rows: rows.map(wirePlacement),
    });
  }),

  serve(contract.placeWithAgency, async ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const { agency, reference, reason } = body;
    const amount = parseMoney(body.amount, currency(body.currency));
    const fee = parseMinor(body.feePercent, 2);
    if (amount === undefined) return refuse('write_offs.nothing_to_place');
    if (fee === undefined || fee > 10_000n) return refuse('write_offs.fee_beyond_all');
    const wish = { accountId, agency, reference, amount, feeBps: Number(fee) };
    const doing = 'write_offs.place_with_agency';
    return perform(doing, reason, (context) => placeWithAgency(context, wish), accountId);
  }),

  serve(contract.recallFromAgency, async ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const wish = { accountId, placementId: id(params.placementId) };
    const doing = 'write_offs.recall_from_agency';
    return perform(doing, body.reason, (context) => recallFromAgency(context, wish), accountId);
  }),
];

type Which = Pick<QueryOf<typeof contract.writeOffs>, 'company' | 'from' | 'to' | 'state'>;

function filterOf({ company, from, to, state }: Which, session: Session): RegisterFilter {
  return {
    companies: visibleCompanies(session, company),
    from: from === undefined ? undefined : day(from),
    to: to === undefined ? undefined : day(to),
    state,
  };
}

/** The company that is named, or the one that the reader sees first. */
function oneOf(
  session: Session,
  code: string | undefined,
): Outcome<Session['companies'][number], 'team.no_such_company'> {
  const seen = visibleCompanies(session, code);
  const company = session.companies.find(
    ({ companyId }) => seen === 'all' || seen.includes(companyId),
  );
  return company ? accept(company) : refuse('team.no_such_company', { company: code ?? '' });
}
