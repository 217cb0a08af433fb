/** `dunlin reconcile`: bank accounts and statements, the proof of one, its signature. */
import { type Id, parseId } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, textTable } from '#platform/cli/table.ts';
import { type Company, oneCompany } from '#areas/team/index.ts';
import { clearOwnLines } from '../actions/reconciliation/clear-lines.ts';
import { signStatement } from '../actions/reconciliation/sign-statement.ts';
import { readStatement } from '../answers/reconciliation/statement.ts';
import type { StatementProof } from '../contract/reconciliation.ts';
import {
  type BankAccount,
  bankAccountsOf,
  statementsOf,
} from '../store/reconciliation/accounts.ts';
import { words } from '../words.ts';

const options = {
  company: { type: 'string' },
  account: { type: 'string' },
  statement: { type: 'string' },
  sign: { type: 'boolean', default: false },
  note: { type: 'string', default: '' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

/** Clears what is certain, then shows the latest statement of each account, or the one named. */
async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  if (positionals.length > 0) {
    throw new WrongUsage({
      en: 'name an account with --account',
      es: 'nombre una cuenta con --account',
    });
  }
  if (values.sign && values.statement === undefined) {
    throw new WrongUsage({
      en: '--sign takes the --statement that is signed',
      es: '--sign lleva el --statement que se firma',
    });
  }
  const company = await oneCompany(desk, values.company);
  await clear(desk, company, values['dry-run']);
  const refused = await sign(desk, company, values);
  const proofs = await proofsOf(desk, company, values);
  if (values.json) desk.print(JSON.stringify({ company: company.code, rows: proofs, refused }));
  else for (const proof of proofs) show(desk, proof);
  if (proofs.length === 0 && !values.json) desk.print(speaker(desk)('none'));
  if (refused && !values.json) desk.complain(refused.message);
  return refused || proofs.some((proof) => !agrees(proof)) ? 1 : 0;
}

async function clear(desk: CliDesk, { companyId }: Company, dryRun: boolean): Promise<void> {
  const doing = {
    action: 'cash.clear_company',
    actor: desk.actor,
    reason: 'what cannot be otherwise',
    input: { companyId },
    dryRun,
  };
  await perform(desk, doing, async (context) => accept(await clearOwnLines(context, companyId)));
}

async function sign(desk: CliDesk, { companyId }: Company, values: Values) {
  const statementId = parseId(values.statement ?? '');
  if (!values.sign) return undefined;
  const found = statementId && (await accountOf(desk, companyId, statementId));
  if (!found) {
    throw new WrongUsage({
      en: '--statement takes the id of a statement, as reconcile lists it',
      es: '--statement lleva el id de un extracto, como lo lista reconcile',
    });
  }
  const { bankAccountId } = found;
  const wish = { companyId, bankAccountId, statementId, note: values.note };
  const doing = {
    action: 'cash.sign_statement',
    actor: desk.actor,
    reason: values.note || 'both sides agree',
    input: wish,
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) => signStatement(context, wish));
  if (done.ok) return undefined;
  return { code: done.refusal, message: say(words, done.refusal, done.facts, desk.language) };
}

async function accountOf(
  desk: CliDesk,
  companyId: Id,
  statementId: Id,
): Promise<BankAccount | undefined> {
  for (const bank of await bankAccountsOf(desk.db, companyId)) {
    const statements = await statementsOf(desk.db, bank, mostStatements);
    if (statements.some((each) => each.statementId === statementId)) return bank;
  }
  return undefined;
}

const mostStatements = 400;

async function proofsOf(
  desk: CliDesk,
  { companyId }: Company,
  { account, statement }: Values,
): Promise<StatementProof[]> {
  const proofs: StatementProof[] = [];
  for (const bank of await bankAccountsOf(desk.db, companyId)) {
    if (account !== undefined && account !== bank.name) continue;
    const all = await statementsOf(desk.db, bank, mostStatements);
    const wanted = statement === undefined ? all[0] : all.find((s) => s.statementId === statement);
    const proof = wanted && (await readStatement(desk.db, bank, wanted.statementId, desk.language));
    if (proof) proofs.push(proof);
  }
  return proofs;
}

function agrees({ proof, untreated }: StatementProof): boolean {
  const figures = [proof.arithmetic, proof.continuity, proof.difference];
  return untreated === 0 && figures.every((amount) => /^-?0[.0]*$/u.test(amount));
}

type Speak = (name: string, facts?: Record<string, string | number>) => string;

function speaker(desk: CliDesk): Speak {
  return (name, facts = {}) => say(words, `cash.rec_${name}`, facts, desk.language);
}

function show(desk: CliDesk, proof: StatementProof): void {
  const text = speaker(desk);
  const { name, from, to, currency, statementId } = proof;
  desk.print(text('of', { name, from, to, currency, statement: statementId }));
  const figures: readonly (readonly [string, string])[] = [
    ['opening', proof.opening],
    ['movements', proof.movements],
    ['closing', proof.closing],
    ['book', proof.book],
    ['brought_forward', proof.proof.broughtForward],
    ['adjusted_bank', proof.proof.adjustedBank],
    ['adjusted_book', proof.proof.adjustedBook],
    ['difference', proof.proof.difference],
  ];
  const columns: Column<readonly [string, string]>[] = [
    { title: '', text: ([key]) => text(key) },
    { title: currency, right: true, text: ([, amount]) => amount },
  ];
  desk.print(textTable(columns, figures));
  if (proof.rows.length > 0) desk.print(textTable(rowColumns(text), proof.rows));
  if (proof.signedBy !== null) desk.print(text('signed_by', { by: proof.signedBy }));
}

function rowColumns(text: Speak): Column<StatementProof['rows'][number]>[] {
  return [
    { title: text('side'), text: ({ side }) => text(side) },
    { title: text('on'), text: ({ on }) => on },
    { title: text('amount'), right: true, text: ({ amount }) => amount },
    { title: text('who'), text: ({ who, said }) => [who, said].filter(Boolean).join(' · ') },
    {
      title: text('what'),
      text: ({ treated, proposal }) => {
        const treatment = treated ?? proposal?.treatment;
        return treatment === undefined ? '' : text(`treat_${treatment}`);
      },
    },
    { title: text('needs_word'), text: ({ needsWord }) => (needsWord ? text('yes') : '') },
  ];
}

export const reconcileCommand: Command = {
  on: 'desk',
  name: 'reconcile',
  usage:
    '[--company CODE] [--account NAME] [--statement ID [--sign] [--note TEXT]] [--dry-run] ' +
    '[--json]',
  summary: words['command.reconcile'],
  run,
};
