/** The people of the desk as readers: with what each may do. */
import { type Id } from '#kernel/ids.ts';
import { allMembers } from '#areas/team/index.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { Person } from '../rules/readers.ts';

export async function peopleOf(db: Queries): Promise<Person[]> {
  const members = await allMembers(db);
  return members.map((member) => ({ ...member, permissions: permissionsOf(member.roles) }));
}

export function personOf(people: readonly Person[], memberId: Id | null): Person | undefined {
  return people.find((person) => person.memberId === memberId);
}
