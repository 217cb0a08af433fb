/** What a person does at the customer's, from the words of a title. */
const roles: readonly (readonly [role: string, words: RegExp])[] = [
  [
    'accounts_payable',
    /accounts?[_ ]payable|payables?\b|\bap\b|cuentas?[_ ]por[_ ]pagar|pagos|tesorer/iu,
  ],
  ['approver', /approv|aprob|autoriz/iu],
  ['executive', /\bc[ef]o\b|chief|director|president|executive|gerente|direcci/iu],
  ['attorney', /attorney|lawyer|counsel|abogad/iu],
  ['guarantor', /guarantor|garante|avalista/iu],
  ['adjuster', /adjuster|ajustador/iu],
  ['student', /student|estudiante|alumn/iu],
  ['parent', /parent|mother|father|padre|madre/iu],
  ['owner', /owner|proprietor|dueñ|propietari/iu],
];

/** The role that a title means; `other` when it means none of them. */
export function contactRoleOf(title: string): string {
  return roles.find(([, words]) => words.test(title))?.[0] ?? 'other';
}
