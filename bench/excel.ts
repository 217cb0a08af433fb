/**
 * `npm run bench -- excel`: our workbooks recalculated by LibreOffice, beside our own figures.
 *
 * What our formulas gave is taken out of the files first, so that every figure compared is the
 * spreadsheet's own. Without LibreOffice on the machine it says so and ends.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Sheet, readXlsx } from 'hucre/xlsx';
import { openArchive } from '#formats/archive.ts';
import { day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { formatMinor } from '#kernel/money.ts';
import { makeSeal } from '#platform/auth/sealing.ts';
import { unpacking } from '#platform/files/unpacking.ts';
import { writeZip } from '#platform/files/write-zip.ts';
import { readBook } from '#areas/workbooks/answers/read-book.ts';
import { writeBook } from '#areas/workbooks/answers/write-book.ts';
import type { BookRow } from '#areas/workbooks/rules/column.ts';
import { compare } from '#areas/workbooks/rules/compare.ts';
import type { WorkbookKind } from '#areas/workbooks/rules/kinds.ts';

type Say = (line: string) => void;

const asOf = day('2026-11-20');
const accounts = 300;
const itemsEach = 20;

export async function tellExcel(say: Say): Promise<void> {
  const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  if (office.error || office.status !== 0) {
    say('excel: skipped, there is no LibreOffice (soffice) on this machine');
    return;
  }
  say(office.stdout.trim());
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dunlin-excel-'));
  try {
    for (const kind of ['aging', 'open-items', 'promises'] as const) {
      say(await tellKind(kind, folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tellKind(kind: WorkbookKind, folder: string): Promise<string> {
  const items = openItems();
  const rows = kind === 'aging' ? owing() : kind === 'promises' ? promised(items) : items;
  const head = {
    workbookId: rowId(0),
    kind,
    language: 'en',
    asOf,
    knownAt: instant('2026-11-20T12:00:00Z'),
  } as const;
  const people = { labels: new Map<string, string>(), active: [] };
  const seal = makeSeal('bench');
  const { bytes } = await writeBook({ head, of: 'Bench', rows, items, people, seal });
  const began = performance.now();
  const again = recalculated(withoutResults(bytes), folder, kind);
  const theirs = await readXlsx(again, styles);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const ours = await readXlsx(bytes, styles);
  const { compared, different, examples } = figuresBeside(ours.sheets, theirs.sheets);
  const verdict = different === 0 ? 'all equal' : `${different} DIFFER: ${examples.join('; ')}`;
  const back = await readBook({ name: kind, bytes: again }, seal, people);
  if (!back.ok) throw new Error(`${kind}: ${back.refusal}`);
  const now = new Map(rows.map((row) => [row.key, row]));
  const edits = compare(back.value.book, { now, applied: new Set(), permissions: 'all' });
  const round = `comes back with ${edits.length} differences`;
  return `${kind}: ${rows.length} rows, ${compared} formulas, ${verdict}, ${round}, ${seconds} s`;
}

const styles = { readStyles: true } as const;

/** The workbook with its formulas and without what they gave. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const opened = openArchive(bytes, unpacking);
  if (!opened.ok) throw new Error(opened.refusal);
  const files = opened.value.map(({ name, bytes: packed }) => {
    if (!name.startsWith('xl/worksheets/')) return { name, content: packed };
    const text = new TextDecoder().decode(packed);
    const bare = text.replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, '$1');
    return { name, content: new TextEncoder().encode(bare) };
  });
  return writeZip(files);
}

function recalculated(bytes: Uint8Array, folder: string, name: string): Uint8Array {
  const out = path.join(folder, 'out');
  mkdirSync(out, { recursive: true });
  const file = path.join(folder, `${name}.xlsx`);
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, file];
  const run = spawnSync('soffice', args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`soffice: ${run.stderr}`);
  return new Uint8Array(readFileSync(path.join(out, `${name}.xlsx`)));
}

type Compared = { compared: number; different: number; examples: string[] };

/** Every cell of ours that holds a formula, against the same cell of theirs. */
function figuresBeside(ours: readonly Sheet[], theirs: readonly Sheet[]): Compared {
  const found: Compared = { compared: 0, different: 0, examples: [] };
  for (const sheet of ours) {
    const other = theirs.find(({ name }) => name === sheet.name);
    for (const [place, cell] of sheet.cells ?? []) {
      if (cell.formula === undefined) continue;
      found.compared += 1;
      const theirsIs = other?.cells?.get(place)?.formulaResult ?? null;
      if (same(cell.formulaResult ?? null, theirsIs)) continue;
      found.different += 1;
      const [is, gives] = [cell.formulaResult ?? null, theirsIs].map((value) =>
        JSON.stringify(value),
      );
      const told = `${sheet.name} ${place} ours ${is} theirs ${gives}`;
      if (found.examples.length < 3) found.examples.push(told);
    }
  }
  return found;
}

function same(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) < 0.000_001;
  }
  return (ours ?? '') === (theirs ?? '');
}

/** The same items every time: a few not due, most late, some of them credits. */
function openItems(): BookRow[] {
  return Array.from({ length: accounts * itemsEach }, (_, at): BookRow => {
    const account = at % accounts;
    const minor = BigInt(((at * 7919) % 900_000) + 101);
    const credit = at % 11 === 0;
    const due = plusDays(asOf, 30 - ((at * 37) % 210));
    return {
      key: `${rowId(account + 1)}:${rowId(at + 10_000)}`,
      accountId: rowId(account + 1),
      targetId: rowId(at + 10_000),
      values: {
        ...named(account),
        document: `I-${at}`,
        kind: credit ? 'receipt' : 'invoice',
        issued_on: plusDays(due, -30),
        due_on: due,
        amount: formatMinor(minor, 2),
        open: formatMinor(credit ? -minor : minor, 2),
      },
    };
  });
}

function owing(): BookRow[] {
  return Array.from({ length: accounts }, (_, account): BookRow => {
    const accountId = rowId(account + 1);
    return { key: `${accountId}:USD`, accountId, targetId: accountId, values: named(account) };
  });
}

function promised(items: readonly BookRow[]): BookRow[] {
  return items.slice(0, 1000).map((row, at) => ({
    ...row,
    values: { ...row.values, received: formatMinor(BigInt(at * 13), 2), state: 'open' },
  }));
}

function named(account: number) {
  const name = `Customer ${account}`;
  return { account: `C-${account}`, name, company: 'BENCH', currency: 'USD' };
}

function rowId(at: number): Id {
  return id(`01890000-0000-7000-8000-${String(at).padStart(12, '0')}`);
}
