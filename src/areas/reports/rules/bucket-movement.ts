/**
 * How the buckets moved between two moments: what rolled on, what was paid, what is new.
 *
 *   opening + added + rolled in + rolled out + settled + reopened = closing, in every bucket
 *
 * What was open at both moments is settled in the bucket where it stood and rolls on with the
 * rest; what came between is added where it ended. Signs are those of the balance, so that
 * settled is negative for what is owed to us. Money that is not applied is a bucket of its own,
 * which never ages.
 */

/** Items of one currency that stood in one bucket and stand in another; null: unapplied. */
export type BucketCell = {
  readonly from: number | null;
  readonly to: number | null;
  readonly opening: bigint;
  readonly closing: bigint;
  /** The whole amount of what came between. */
  readonly added: bigint;
  /** Open at both moments. */
  readonly kept: bigint;
  /** Of what came between: what is still open of it. */
  readonly addedOpen: bigint;
};

export type BucketSums = {
  readonly opening: bigint;
  readonly added: bigint;
  readonly rolledIn: bigint;
  readonly rolledOut: bigint;
  readonly settled: bigint;
  readonly reopened: bigint;
  readonly closing: bigint;
};

export const bucketColumns = [
  'opening',
  'added',
  'rolledIn',
  'rolledOut',
  'settled',
  'reopened',
  'closing',
] as const satisfies readonly (keyof BucketSums)[];

const nothing: BucketSums = {
  opening: 0n,
  added: 0n,
  rolledIn: 0n,
  rolledOut: 0n,
  settled: 0n,
  reopened: 0n,
  closing: 0n,
};

/** One line a bucket, `count` of them, and the unapplied money last. */
export function bucketMovement(cells: readonly BucketCell[], count: number): BucketSums[] {
  const lines = Array.from({ length: count + 1 }, () => ({ ...nothing }));
  for (const cell of cells) {
    const from = lineOf(lines, cell.from ?? count);
    const to = lineOf(lines, cell.to ?? count);
    const stillOpen = cell.closing - cell.addedOpen;
    from.opening += cell.opening;
    from.settled += cell.kept - cell.opening;
    if (from !== to) {
      from.rolledOut -= cell.kept;
      to.rolledIn += cell.kept;
    }
    to.reopened += stillOpen - cell.kept;
    to.added += cell.added;
    to.settled += cell.addedOpen - cell.added;
    to.closing += cell.closing;
  }
  return lines;
}

type Writable = { -readonly [name in keyof BucketSums]: bigint };

function lineOf(lines: readonly Writable[], index: number): Writable {
  const line = lines[index];
  if (line === undefined) throw new RangeError(`there is no bucket ${index}`);
  return line;
}

/** The lines of several buckets added up. */
export function sumOfBuckets(lines: readonly BucketSums[]): BucketSums {
  const total: Writable = { ...nothing };
  for (const line of lines) for (const name of bucketColumns) total[name] += line[name];
  return total;
}
