/**
 * `dunlin prove`: every ledger law over the whole book, and the chain of the audit trail.
 *
 * What a killed command left unsealed is sealed first, as the next start of the server would;
 * a chain that has lost its end is never sealed over.
 */
import type { Db } from '#platform/postgres/db.ts';
import { type CliDesk, type Command, type Exit, type Terminal } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable } from '#platform/cli/table.ts';
import { sealSome } from '#platform/audit/sealer.ts';
import { type BrokenLink, verifyChain } from '#platform/audit/verify.ts';
import type { Check, Proof } from '#platform/postgres/proof.ts';
import { proveBankFiles } from '#areas/bank-files/index.ts';
import { proveAccounts } from '#areas/customers/index.ts';
import { proveCredit } from '#areas/credit/index.ts';
import { proveOriginals } from '#areas/documents/index.ts';
import { proveLedger } from '#areas/ledger/index.ts';

const phrases = {
  green: { en: 'proved: every law holds', es: 'comprobado: se cumplen todas las leyes' },
  broken: { en: 'NOT proved', es: 'NO comprobado' },
} as const;

/** Runs every check there is; a broken one does not stop the others. */
export async function proveBook(db: Db): Promise<Proof> {
  const ledger = await proveLedger(db);
  const accounts = await proveAccounts(db);
  const originals = await proveOriginals(db);
  const banks = await proveBankFiles(db);
  const credit = await proveCredit(db);
  const checks = [
    ...ledger.checks,
    ...accounts.checks,
    ...originals.checks,
    ...banks.checks,
    ...credit.checks,
  ];
  return { checks: [...checks, await chainCheck(db)] };
}

export type PrintedAs = { readonly json?: boolean; readonly csv?: boolean };

const proofColumns: Column<Check>[] = [
  { title: 'law', text: ({ name }) => name },
  { title: 'holds', text: ({ ok }) => (ok ? 'yes' : 'no') },
  { title: 'first broken row', text: ({ broken }) => broken ?? '' },
];

/** A line for each check; 1 when one is broken, naming its first broken row. */
export function printProof({ checks }: Proof, terminal: Terminal, how: PrintedAs): Exit {
  const broken = checks.filter(({ ok }) => !ok);
  if (how.json) {
    terminal.print(JSON.stringify({ ok: broken.length === 0, checks }));
  } else if (how.csv) {
    terminal.print(csvTable(proofColumns, checks));
  } else {
    for (const { name, ok } of checks) terminal.print(`${ok ? 'ok    ' : 'BROKEN'}  ${name}`);
    terminal.print(phrases[broken.length === 0 ? 'green' : 'broken'][terminal.language]);
  }
  for (const { name, broken: row } of broken) terminal.complain(`${name}: ${row ?? ''}`);
  return broken.length === 0 ? 0 : 1;
}

async function chainCheck(db: Db): Promise<Check> {
  const name = 'the audit trail is one unbroken chain';
  const before = await verifyChain(db);
  const whole = before.ok || before.firstBroken.why === 'not sealed';
  const proof = whole && (await sealRest(db)) ? await verifyChain(db) : before;
  return proof.ok ? { name, ok: true } : { name, ok: false, broken: describe(proof.firstBroken) };
}

/** True when there was something to seal. */
async function sealRest(db: Db): Promise<boolean> {
  let sealed = false;
  while ((await sealSome(db)) ?? 0) sealed = true;
  return sealed;
}

function describe({ position, auditId, why }: BrokenLink): string {
  const row = auditId === null ? '' : `, audit row ${auditId}`;
  return position === null ? `${why}${row}` : `${why} at position ${position}${row}`;
}

export const proveCommand: Command = {
  on: 'desk',
  name: 'prove',
  usage: '[--json | --csv]',
  summary: {
    en: 'Verifies every ledger law over the whole book; ends with 1 at the first broken row',
    es: 'Comprueba todas las leyes sobre el libro entero; termina con 1 si una fila las rompe',
  },
  async run(args: readonly string[], desk: CliDesk): Promise<Exit> {
    return printProof(await proveBook(desk.db), desk, readOptions(args, formatOptions));
  },
};
