/** What the screens of other areas may show of the people. */
export { handBack } from './absences.ts';
export { useReaderCompanies } from './companies.ts';
export { useMembers } from './members.ts';
