import { expect, test } from 'vitest';
import { acceptPassword } from './password.ts';

const ana = { name: 'Ana Ruiz', email: 'ana.ruiz@acme.example' };

test.each`
  password                      | answer
  ${'a tall tree by the river'} | ${'accepted'}
  ${'Ana Ruiz likes the river'} | ${'accepted'}
  ${'Password1234'}             | ${'team.password_too_easy'}
  ${'aaaaaaaaaaaa'}             | ${'team.password_too_easy'}
  ${'121212121212'}             | ${'team.password_too_easy'}
  ${'ana.ruiz@acme.example'}    | ${'team.password_too_easy'}
  ${'ana.ruiz1111'}             | ${'team.password_too_easy'}
`('$password is $answer', ({ password, answer }) => {
  const outcome = acceptPassword(password, ana);
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
});
