/** How the commands of the strategies speak and refuse. */
import type { Facts, Refused } from '#kernel/outcome.ts';
import { type CliDesk, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import { sayPolicyRefusal } from '#areas/policies/index.ts';
import { words } from '../words.ts';

export const jsonOption = { json: { type: 'boolean', default: false } } as const;

/** A sentence of this area. */
export function text(desk: CliDesk, name: string, facts: Facts = {}): string {
  return say(words, `strategies.${name}`, facts, desk.language);
}

/** A refusal in words; with `--json` as an object. */
export function complain(
  desk: CliDesk,
  { json }: { readonly json: boolean },
  refused: Refused<string>,
): Exit {
  const { refusal: code, facts } = refused;
  const message = code.startsWith('policies.')
    ? sayPolicyRefusal(refused, desk.language)
    : say(words, code, facts, desk.language);
  if (json) desk.print(JSON.stringify({ refused: { code, message, facts } }));
  else desk.complain(message);
  return 1;
}

/** A version's number, or undefined when it is not given. */
export function versionOption(name: string, said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/u.test(said)) {
    throw new WrongUsage({
      en: `--${name} takes the number of a version, not "${said}"`,
      es: `--${name} lleva el número de una versión, no «${said}»`,
    });
  }
  return Number(said);
}
