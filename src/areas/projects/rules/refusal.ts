/** Every no that this area says, by name; its words have a sentence for each. */
import type { ChoosingRefusal } from './choosing.ts';
import type { CleanUpRefusal } from './clean-up.ts';
import type { VerdictRefusal } from './finding.ts';

export type ProjectsRefusal =
  | CleanUpRefusal
  | VerdictRefusal
  | ChoosingRefusal
  | 'finding.none_chosen'
  | 'finding.no_such_person'
  | 'fix.no_such_fix'
  | 'fix.nothing_to_do'
  | 'fix.not_allowed'
  | 'fix.one_company'
  | 'fix.too_many'
  | 'fix.undone_already'
  | 'project.bad_amount'
  | 'project.company_unknown'
  | 'project.ended_already'
  | 'project.no_such_project';
