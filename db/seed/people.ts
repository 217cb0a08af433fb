/** The people of the invented company. Their password is printed; it is for looking around only. */
import type { Role } from '#platform/auth/roles.ts';

export const demoPassword = 'a desk by the harbor';

export type DemoPerson = {
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'es';
  readonly role: Role;
};

export const people: readonly DemoPerson[] = [
  { name: 'Rosa Delgado', email: 'rosa@demo.example', language: 'es', role: 'collector' },
  { name: 'Casey Lund', email: 'casey@demo.example', language: 'en', role: 'collector' },
  { name: 'Imani Brooks', email: 'imani@demo.example', language: 'en', role: 'senior' },
  { name: 'Theo Park', email: 'theo@demo.example', language: 'en', role: 'poster' },
  { name: 'Maya Ortiz', email: 'maya@demo.example', language: 'en', role: 'manager' },
  { name: 'Ingrid Falk', email: 'ingrid@demo.example', language: 'en', role: 'controller' },
  { name: 'Paul Achebe', email: 'paul@demo.example', language: 'en', role: 'cfo' },
  { name: 'Tess Moreau', email: 'tess@demo.example', language: 'en', role: 'treasurer' },
  { name: 'Aiko Tanaka', email: 'aiko@demo.example', language: 'en', role: 'auditor' },
  { name: 'Sam Reyes', email: 'sam@demo.example', language: 'en', role: 'administrator' },
];
