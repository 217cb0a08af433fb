/** What the screens of other areas may show of the people. */
export { handBack, useAway } from './absences.ts';
export { useReaderCompanies } from './companies.ts';
export { useAllMemberNames, useMembers } from './members.ts';
