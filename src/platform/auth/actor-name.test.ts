/** Who did something, as a reader is told. */
import { expect, test } from 'vitest';
import { actorName } from './actor-name.ts';

test.each`
  recorded            | language | read
  ${'Rosa Delgado'}   | ${'en'}  | ${'Rosa Delgado'}
  ${'job:seed-demo'}  | ${'en'}  | ${'the program'}
  ${'job:seed-demo'}  | ${'es'}  | ${'el programa'}
  ${'command:ledger'} | ${'en'}  | ${'the command line (ledger)'}
  ${'command:ledger'} | ${'es'}  | ${'la línea de comandos (ledger)'}
  ${'link:0190-1'}    | ${'es'}  | ${'alguien de fuera, por un enlace'}
`('$recorded reads “$read” in $language', ({ recorded, language, read }) => {
  expect(actorName(recorded, language)).toBe(read);
});
