/** What other areas' server code may call of the team. */
export {
  type Company,
  companies,
  companiesInScope,
  companyByCode,
  insertCompany,
} from './store/companies.ts';
