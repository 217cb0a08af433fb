/** What the screens of other areas may show of the people. */
export { useReaderCompanies } from './companies.ts';
export { useMembers } from './members.ts';
