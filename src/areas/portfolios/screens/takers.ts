/** The people who may be given accounts here: who collects, and who leads them. */
import { type Member, useMembers } from '#areas/team/screens/index.ts';

const working: readonly string[] = ['collector', 'senior', 'manager'];

/** Collectors first, then those who lead them. */
export function useTakers(): readonly Member[] {
  const leads = ({ roles }: Member): boolean => !roles.some((role) => role !== 'manager');
  const people = useMembers().filter(({ roles }) => roles.some((role) => working.includes(role)));
  return [...people.filter((each) => !leads(each)), ...people.filter(leads)];
}
