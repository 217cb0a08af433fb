/**
 * `dunlin match --set DIR --out FILE`: decides the bank lines of a folder in their order,
 * without a database and without their answers; what one line closes, the next finds closed.
 */
import { writeFileSync } from 'node:fs';
import { type Command, type Exit, type Terminal, WrongUsage } from '#platform/cli/command.ts';
import { readArguments } from '#platform/cli/options.ts';
import { openBook, settle } from '../rules/matching/book.ts';
import { decide } from '../rules/matching/decide.ts';
import { learnFrom } from '../rules/matching/learn.ts';
import { type Decision, type ReceiptToDecide } from '../rules/matching/model.ts';
import { standardMatchingPolicy } from '../rules/matching/policy.ts';
import { type MatchingSet, readMatchingSet } from './matching-set.ts';

export const matchSetCommand: Command = {
  name: 'match --set',
  usage: 'DIR --out FILE',
  summary: {
    en: 'decides the bank lines of a folder of files, without a database',
    es: 'decide las líneas bancarias de una carpeta de archivos, sin base de datos',
  },
  on: 'nothing',
  run,
};

const options = { out: { type: 'string' } } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [folder, extra] = positionals;
  if (folder === undefined || extra !== undefined || values.out === undefined) {
    throw new WrongUsage({
      en: 'name one folder, and with --out the file to write',
      es: 'nombre una carpeta y, con --out, el archivo que se escribe',
    });
  }
  const set = readMatchingSet(folder);
  const began = performance.now();
  const decisions = decideSet(set);
  const seconds = (performance.now() - began) / 1000;
  writeFileSync(values.out, decisions.map((one) => `${JSON.stringify(wire(one))}\n`).join(''));
  const posted = decisions.filter(({ unattended }) => unattended).length;
  const took = Math.round(seconds * 10) / 10;
  const counts = `${decisions.length} lines, ${posted} unattended, ${took} s`;
  terminal.print(`${counts} → ${values.out}`);
  return Promise.resolve(0);
}

/** Learns from the history, then decides line by line. */
export function decideSet(set: MatchingSet): Decision[] {
  const memory = learnFrom(set.history, set.before, standardMatchingPolicy);
  const earlier = set.history.map(({ receipt, accountId, allocations, reverses }) => ({
    id: receipt.id,
    receipt,
    accountId,
    itemIds: allocations.map(({ itemId }) => itemId),
    reverses,
  }));
  const book = openBook({ ...set.parts, earlier });
  return set.lines.map((receipt) => {
    const decision = decide(receipt, book, memory, standardMatchingPolicy);
    carry(receipt, decision);
    return decision;
  });

  function carry(receipt: ReceiptToDecide, decision: Decision): void {
    const [best] = decision.proposals;
    const believed = best && best.confidence >= standardMatchingPolicy.confidence.showFrom;
    settle(book, receipt, {
      accountId: best?.accountId ?? null,
      allocations: believed ? best.allocations : [],
      reverses: decision.returnOf[0] ?? null,
    });
  }
}

/** The line that a scorer of outside exercises reads. */
function wire(decision: Decision): object {
  const [best] = decision.proposals;
  const { kind, receiptId, unattended, returnOf } = decision;
  const outcome =
    kind === 'return'
      ? 'RETURN'
      : kind === 'non_ar'
        ? 'NON_AR'
        : best === undefined
          ? 'UNKNOWN'
          : 'APPLY';
  return {
    line_id: receiptId,
    outcome,
    customer_id: best?.accountId ?? '',
    confidence: toldConfidence(decision),
    auto: unattended,
    allocations: (best?.allocations ?? []).map((one) => ({
      doc_id: one.itemId,
      cash_cents: cents(one.cashMinor),
      discount_cents: cents(one.discountMinor),
      fee_writeoff_cents: cents(one.feeMinor),
    })),
    on_account_cents: cents(best?.onAccountMinor ?? 0n),
    reverses_line_id: returnOf[0] ?? '',
    reasons: [...new Set(decision.reasons.map((reason) => reason.kind))],
  };
}

/**
 * How sure of what is posted; what a person decides has the figure of its band, for a reader who
 * posts from some figure on must not post what a tie or the policy holds back.
 */
function toldConfidence({ unattended, confidence }: Decision): number {
  if (unattended) return confidence;
  return confidence >= standardMatchingPolicy.confidence.showFrom ? shown : hidden;
}

const shown = 0.5;
const hidden = 0.1;

/** Cents as a JSON number, which the scorer reads; throws where a number would not be exact. */
function cents(minor: bigint): number {
  const number = Number(minor);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${minor} cents are not exact in JSON`);
  return number;
}
