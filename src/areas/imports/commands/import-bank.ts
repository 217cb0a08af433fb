/**
 * `dunlin import` with a file of a bank, a payer or a card processor: said with --as, or known
 * by its bytes. What has a grammar of its own is never a table of customers.
 */
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isArchive, openArchive } from '#formats/archive.ts';
import { bankReaderFor } from '#formats/bank-readers.ts';
import type { DateOrder } from '#formats/values/dates.ts';
import type { DecimalMark } from '#formats/values/amounts.ts';
import { importBankFiles } from '#areas/bank-files/index.ts';
import type { CliDesk, Exit } from '#platform/cli/command.ts';
import { unpacking } from '#platform/files/unpacking.ts';
import { placesOf } from './found-files.ts';

export const bankKinds = ['bank', 'remittance', 'card-settlement'] as const;
export type BankKind = (typeof bankKinds)[number];

export type BankHow = {
  readonly as: BankKind | undefined;
  readonly company: string | undefined;
  readonly currency: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly decimalMark: DecimalMark | undefined;
  readonly json: boolean;
  readonly dryRun: boolean;
};

/** The kind of a bank's file that --as names; undefined for any other word. */
export function bankKind(as: string | undefined): BankKind | undefined {
  return bankKinds.find((kind) => kind === as);
}

const sampleBytes = 65_536;

/** Are all these files in a format of banks that is no table, or archives with such a file? */
export async function areOfBanks(places: readonly string[]): Promise<boolean> {
  if (places.length === 0) return false;
  for (const place of places) {
    const sample = await beginningOf(place);
    if (!sample) return false;
    const name = path.basename(place);
    const is = isPacked(sample) ? holdsOfBanks(await readFile(place)) : isOfBanks(name, sample);
    if (!is) return false;
  }
  return true;
}

function isOfBanks(name: string, sample: Uint8Array): boolean {
  return (bankReaderFor(sample, name)?.format ?? 'csv') !== 'csv';
}

/** An archive that does not open is told so by the door of banks: no other opens archives. */
function holdsOfBanks(bytes: Uint8Array): boolean {
  if (!isArchive(bytes)) return false;
  const opened = openArchive(bytes, unpacking);
  return !opened.ok || opened.value.some(({ name, bytes: inside }) => isOfBanks(name, inside));
}

function isPacked(sample: Uint8Array): boolean {
  return sample[0] === 0x50 && sample[1] === 0x4b;
}

/** Undefined for a folder and for what is not there. */
async function beginningOf(place: string): Promise<Uint8Array | undefined> {
  try {
    await using file = await open(place);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(sampleBytes) });
    return buffer.subarray(0, bytesRead);
  } catch {
    // A later step names the file that cannot be read.
    return undefined;
  }
}

/** Takes them in as one: all of them or none. */
export async function importOfBanks(
  desk: CliDesk,
  names: readonly string[],
  how: BankHow,
): Promise<Exit> {
  const dropped = [];
  for (const place of await placesOf(names)) {
    dropped.push({ name: path.basename(place), bytes: await readFile(place) });
  }
  const { currency, dateOrder, decimalMark, ...rest } = how;
  const said = {
    ...(currency === undefined ? {} : { currency }),
    ...(dateOrder ? { dateOrder } : {}),
    ...(decimalMark ? { decimalMark } : {}),
  };
  return importBankFiles(desk, dropped, { ...rest, said });
}
