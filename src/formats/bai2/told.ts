/**
 * A BAI2 file told line by line: what `bai2Statements` answers, without its half a million lines
 * in memory together.
 *
 * The bytes are gone through twice: first for the references that a bank gave more than once,
 * which identify no line, then to tell.
 */
import type { BankTransaction, FileProblem, ToldFile } from '../neutral.ts';
import { fingerprint, repeatedAmong } from '../fingerprint.ts';
import { lastingId } from '../references.ts';
import { type Bai2Part, type DetailPart, type GroupPart, bai2Parts } from './parts.ts';
import {
  type Place,
  accountProblems,
  groupProblems,
  openStatement,
  placeOf,
  transactionOf,
} from './statements.ts';

/** The problems are complete once the statements were gone through. */
export function bai2Told(bytes: Uint8Array): Pick<ToldFile, 'statements' | 'problems'> {
  const problems: FileProblem[] = [];
  return { statements: { [Symbol.iterator]: () => statementsOf(bytes, problems) }, problems };
}

type Told = ToldFile['statements'] extends Iterable<infer One> ? One : never;

function* statementsOf(bytes: Uint8Array, problems: FileProblem[]): Generator<Told> {
  const repeated = repeatedReferences(bytes);
  const parts = bai2Parts(bytes);
  let group: GroupPart | undefined;
  let at = -1;
  let next = following(parts);
  while (next !== undefined) {
    const part = next;
    next = undefined;
    if (part.kind === 'group') {
      group = part;
      problems.push(...groupProblems(part));
    }
    if (part.kind === 'account' && group) {
      at += 1;
      const place = placeOf(part, group);
      problems.push(...accountProblems(part, place));
      const { transactions: _, ...head } = openStatement(part, place);
      const lines = linesOf(parts, place, repeated[at] ?? new Set());
      let ended: Bai2Part | undefined;
      yield {
        ...head,
        transactions: {
          *[Symbol.iterator]() {
            ended = yield* lines;
          },
        },
      };
      next = ended;
    }
    next ??= following(parts);
  }
}

function following(parts: Iterator<Bai2Part>): Bai2Part | undefined {
  const step = parts.next();
  return step.done === true ? undefined : step.value;
}

/** The lines up to the part that ends them, which is handed back. */
function* linesOf(
  parts: Iterator<Bai2Part>,
  place: Place,
  repeated: ReadonlySet<number>,
): Generator<BankTransaction, Bai2Part | undefined> {
  for (let part = following(parts); part !== undefined; part = following(parts)) {
    if (part.kind !== 'detail') return part;
    yield withOwnId(part, place, repeated);
  }
  return undefined;
}

function withOwnId(
  detail: DetailPart,
  place: Place,
  repeated: ReadonlySet<number>,
): BankTransaction {
  const { externalId, ...rest } = transactionOf(detail, place);
  if (externalId === undefined || repeated.has(fingerprint(externalId))) return rest;
  return { ...rest, externalId: lastingId(externalId, rest.bookedOn) };
}

/** Of each statement, the fingerprints of references that stand in it more than once. */
function repeatedReferences(bytes: Uint8Array): ReadonlySet<number>[] {
  const found: ReadonlySet<number>[] = [];
  let own: number[] | undefined;
  const end = (): void => {
    if (own !== undefined) found.push(repeatedAmong(own));
    own = undefined;
  };
  for (const part of bai2Parts(bytes)) {
    if (part.kind === 'account') {
      end();
      own = [];
    }
    if (part.kind === 'detail' && part.bankReference) own?.push(fingerprint(part.bankReference));
  }
  end();
  return found;
}
