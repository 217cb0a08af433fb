/** `dunlin contact-policy` says what counts today; with a file, what that would change. */
import { readFile } from 'node:fs/promises';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { checkedContactPolicy, contactPolicyTold } from '../answers/contact-policy.ts';
import type { WireCheckedContactPolicy } from '../contract/policy.ts';
import { words } from '../words.ts';

const options = { json: { type: 'boolean', default: false } } as const;

/** 1 when the file has a problem or an example fails. */
async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [file, ...rest] = positionals;
  if (rest.length > 0) {
    throw new WrongUsage({
      en: 'name one file with a contact policy',
      es: 'nombre un archivo con una política de contacto',
    });
  }
  const { db, language } = desk;
  const today = desk.clock.today();
  if (file === undefined) {
    const told = await contactPolicyTold(db, today, language);
    if (values.json) desk.print(JSON.stringify(told));
    else {
      desk.print(say(words, 'policy.counts', { version: told.version ?? 'none' }, language));
      for (const rule of told.rules) desk.print(`  ${rule}`);
    }
    return 0;
  }
  const written = await readText(desk, file);
  const checked = await checkedContactPolicy(db, { written, language, today });
  if (values.json) desk.print(JSON.stringify({ file, ...checked }));
  else tell(desk, file, checked);
  const fails = checked.results.some(({ passed }) => !passed);
  return checked.problems.length > 0 || fails ? 1 : 0;
}

function tell(desk: CliDesk, file: string, checked: WireCheckedContactPolicy): void {
  const text = (code: string, facts: Readonly<Record<string, string | number>>): string =>
    say(words, code, facts, desk.language);
  for (const { line, column, says } of checked.problems) {
    desk.complain(`${file}:${line}:${column}: ${says}`);
  }
  if (checked.problems.length > 0) return;
  const failed = checked.results.filter(({ passed }) => !passed);
  for (const { name, expected, found } of failed) {
    desk.complain(`${file}: ${text('policy.example_fails', { name, expected, found })}`);
  }
  const count = checked.results.length;
  desk.print(text('policy.fits', { file, count, passed: count - failed.length }));
  for (const { before, after } of checked.changes) {
    if (before !== null) desk.print(`  ${text('policy.ends', { rule: before })}`);
    if (after !== null) desk.print(`  ${text('policy.becomes', { rule: after })}`);
  }
}

async function readText(desk: CliDesk, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    const code = 'policy.no_such_file';
    throw new Unfit(code, say(words, code, { file }, desk.language));
  }
}

export const policyCommand: Command = {
  on: 'desk',
  name: 'contact-policy',
  usage: '[FILE] [--json]',
  summary: words['command.contact-policy'],
  run,
};
