/** Says a no of the business as the command was asked to print. */
import type { Refused } from '#kernel/outcome.ts';
import type { CliDesk, Exit } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import { words } from '../words.ts';

export function complain(desk: CliDesk, json: boolean, refused: Refused<string>): Exit {
  const { refusal: code, facts } = refused;
  const message = say(words, code, facts, desk.language);
  if (json) desk.print(JSON.stringify({ refused: { code, message, facts } }));
  else desk.complain(message);
  return 1;
}
