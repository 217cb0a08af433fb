/** What other areas' server code may call of the team. */
export {
  type Company,
  companies,
  companiesInScope,
  companiesInZone,
  companyByCode,
  insertCompany,
} from './store/companies.ts';
export { companiesNamed, oneCompany } from './answers/companies-named.ts';
export { addMember } from './actions/add-member.ts';
export { allMembers, memberByEmail, memberById } from './store/members.ts';
export { planAbsence } from './actions/plan-absence.ts';
export { calendarOf } from './store/calendars.ts';
