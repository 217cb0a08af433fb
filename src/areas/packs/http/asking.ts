/** What several routes read of a request: the company, the kind, how much the asker may see. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { calendarOf } from '#areas/team/index.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { PackCompany, PackMaker, PackReader } from '#platform/packs/maker.ts';
import { packCompanies } from '../answers/company.ts';
import { sightOf } from '../rules/readers.ts';
import { asOfFor } from '../rules/rhythm.ts';

/** The company named, or the first that the member sees. */
export async function companyAsked(
  desk: Desk,
  session: Session,
  code: string | undefined,
): Promise<Outcome<PackCompany, 'packs.no_such_company'>> {
  const [company] = await packCompanies(desk.db, visibleCompanies(session, code));
  return company ? accept(company) : refuse('packs.no_such_company');
}

export function makerAsked(
  makers: readonly PackMaker[],
  kind: string,
): Outcome<PackMaker, 'packs.no_such_kind'> {
  const maker = makers.find((each) => each.kind === kind);
  return maker ? accept(maker) : refuse('packs.no_such_kind', { kind });
}

/** The member as a reader of a kind; refused where it is not for them at all. */
export function readerAsked(
  session: Session,
  maker: PackMaker,
  companyId: Id,
): Outcome<PackReader, 'packs.not_for_you'> {
  const sight = sightFor(session, maker, companyId);
  if (sight === 'nothing') return refuse('packs.not_for_you');
  const { memberId, permissions } = session;
  return accept({ sight, memberId, permissions, companies: [companyId] });
}

export function sightFor(
  session: Session,
  maker: PackMaker,
  companyId: Id,
): 'company' | 'own' | 'nothing' {
  const { memberId, name, permissions, companyIds, language } = session;
  const person = {
    memberId,
    name,
    permissions,
    companyIds,
    language,
    email: '',
    roles: [],
    active: true,
  };
  const { needs, ownPart = false } = maker;
  const sight = sightOf(person, { companyId, needs, ownPart, owner: undefined });
  return sight === 'company' || sight === 'own' ? sight : 'nothing';
}

/** The day named, or that of a pack made today. */
export async function dayAsked(
  desk: Desk,
  { company, maker }: { readonly company: PackCompany; readonly maker: PackMaker },
  text: string | undefined,
): Promise<Outcome<Day, 'packs.as_of_ahead'>> {
  const today = desk.clock.today();
  if (text !== undefined) {
    const asOf = day(text);
    return asOf <= today ? accept(asOf) : refuse('packs.as_of_ahead', { asOf });
  }
  return accept(asOfFor(maker.of, today, await calendarOf(desk.db, company.companyId)));
}
