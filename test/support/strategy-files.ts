/** Strategy files of stories: those of the demo, and a small one to change. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../db/seed/strategies');

export function demoStrategy(name: 'b2b-standard' | 'households'): string {
  return readFileSync(path.join(folder, `${name}.yaml`), 'utf8');
}

/** Two steps, one example that passes. */
export const smallStrategy = `key: small
name: { en: Small, es: Pequeña }
segment:
  order: 10
  where:
    - { field: kind, is: trade }
minimum:
  - { currency: USD, amount: "50.00" }
steps:
  - key: l1
    days: 5
    do: email
    template: reminder
  - key: l2
    days: 20
    do: call
examples:
  - name: five days late
    given:
      kind: trade
      items: [{ due: 2026-04-01, amount: "600.00", currency: USD }]
    on: 2026-04-06
    expect: { step: l1, amount: "600.00" }
`;
