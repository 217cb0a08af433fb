import { expect, test } from 'vitest';
import { confirmationOf } from './confirmation.ts';

const told = {
  person: 'Ana Ruiz',
  caller: 'Rosa',
  company: 'Alder Paper',
  on: '20 nov 2026',
  agreed: [{ amount: '$818.00', by: '27 nov 2026' }],
  disputed: '',
};

test('it repeats what was agreed, in the language of whoever agreed', () => {
  const { subject, text } = confirmationOf(told, 'es');
  expect(subject).toBe('Alder Paper: lo acordado el 20 nov 2026');
  expect(text).toContain('- $818.00 a más tardar el 27 nov 2026');
  expect(text).not.toContain('revisando');
  expect(text).not.toMatch(/[{}]/u);
});

test('what is disputed is named and need not be paid yet', () => {
  const { text } = confirmationOf({ ...told, disputed: 'I-1' }, 'en');
  expect(text).toContain('about I-1; you need not pay that part');
});

test('a name with a line break ends no header', () => {
  const { subject } = confirmationOf({ ...told, company: 'Alder\r\nBcc: x@y' }, 'en');
  expect(subject).not.toMatch(/[\r\n]/u);
});
