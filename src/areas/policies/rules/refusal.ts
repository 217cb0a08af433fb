/** Every no that this area says, by name; its words have a sentence for each. */
import type { LifeRefusal } from './life.ts';

export type PolicyRefusal =
  | LifeRefusal
  | 'policies.attested_already'
  | 'policies.no_such_policy'
  | 'policies.no_such_version'
  | 'policies.not_published'
  | 'policies.only_people_attest'
  | 'policies.unchanged';
