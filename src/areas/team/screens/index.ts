/** What the screens of other areas may show of the people. */
export { handBack, useAway } from './absences.ts';
export { LetterheadForm } from './LetterheadForm.tsx';
export { useReaderCompanies } from './companies.ts';
export { type Member, useAllMemberNames, useMembers } from './members.ts';
