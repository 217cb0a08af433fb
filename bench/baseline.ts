/**
 * The baseline: the book as bare tables and plain SQL, on the same server as the product.
 *
 * What the product does beside it (ledger, known-at, names, flags) is its cost over this.
 */
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const statements = readStatements();

/** A named statement of baseline.sql. */
export function baselineSql(name: string): string {
  const found = statements.get(name);
  if (found === undefined) throw new Error(`baseline.sql has no statement "${name}"`);
  return found;
}

/** Loads the folder's CSV files and builds the open-item table with its indexes. */
export async function loadBaseline(client: pg.Client, folder: string): Promise<void> {
  await client.query(baselineSql('tables'));
  const files = { customer: 'customers', doc: 'invoices', pay: 'payments', app: 'applications' };
  for (const [table, file] of Object.entries(files)) {
    const source = createReadStream(path.join(folder, `${file}.csv`));
    await pipeline(source, client.query(copyFrom(`copy ${table} from stdin csv header`)));
  }
  await client.query(baselineSql('open items'));
}

function readStatements(): Map<string, string> {
  const text = readFileSync(path.join(import.meta.dirname, 'baseline.sql'), 'utf8');
  const parts = text.split(/^-- name: (.+)$/mu).slice(1);
  const named = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) {
    named.set(parts[index] ?? '', (parts[index + 1] ?? '').trim());
  }
  return named;
}
