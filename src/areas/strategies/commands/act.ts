/** What a command of the strategies does for somebody: with a reason, or only tried. */
import type { Outcome } from '#kernel/outcome.ts';
import { type Context, perform } from '#platform/action.ts';
import { type CliDesk, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { complain, jsonOption } from './saying.ts';

export const actOptions = {
  ...jsonOption,
  reason: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

type Values = { readonly json: boolean; readonly 'dry-run': boolean; readonly reason?: string };

/** Without a reason nothing is done; a refusal is said, and ends with 1. */
export async function act<T extends object, R extends string>(
  desk: CliDesk,
  values: Values,
  { action, said }: { readonly action: string; readonly said: (answer: T) => string },
  work: (context: Context) => Promise<Outcome<T, R>>,
): Promise<Exit> {
  const reason = values.reason?.trim();
  if (!reason) throw new WrongUsage({ en: '--reason says why', es: '--reason dice por qué' });
  const doing = { action, actor: desk.actor, reason, input: values, dryRun: values['dry-run'] };
  const done = await perform(desk, doing, work);
  if (!done.ok) return complain(desk, values, done);
  const { answer } = done.value;
  desk.print(values.json ? JSON.stringify(answer) : said(answer));
  return 0;
}
