/** Which tables a backup holds, in an order in which they can be loaded again. */
import type { Queries } from '../postgres/db.ts';
import { sql } from '../postgres/sql.ts';

export type Table = { readonly name: string; readonly columns: readonly string[] };

/** Sessions end with a restore, and the job queue makes itself anew. */
const leftOut = ['platform.session', 'platform.migration'];
const leftOutSchemas = ['pgboss', 'public', 'information_schema'];

/** Every table of the program, those that others point to first. */
export async function tablesInOrder(db: Queries): Promise<Table[]> {
  const tables = await db.all(sql<{ name: string; columns: string[] }>`
    select format('%I.%I', n.nspname, c.relname) as name,
           array_agg(quote_ident(a.attname) order by a.attnum) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
                         and a.attnum > 0
                         and not a.attisdropped
                         and a.attgenerated = ''
     where c.relkind in ('r', 'p')
       and not c.relispartition
       and n.nspname !~ '^pg_'
       and n.nspname <> all(${leftOutSchemas})
     group by n.nspname, c.relname
     order by 1`);
  const pointers = await db.all(sql<{ from: string; to: string }>`
    select format('%I.%I', fn.nspname, f.relname) as from,
           format('%I.%I', tn.nspname, t.relname) as to
      from pg_constraint k
      join pg_class f on f.oid = k.conrelid
      join pg_namespace fn on fn.oid = f.relnamespace
      join pg_class t on t.oid = k.confrelid
      join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f'
       and k.conrelid <> k.confrelid`);
  return sortByPointers(
    tables.filter(({ name }) => !leftOut.includes(name)),
    pointers,
  );
}

function sortByPointers(
  tables: readonly Table[],
  pointers: readonly { from: string; to: string }[],
): Table[] {
  const sorted: Table[] = [];
  const placed = new Set<string>();
  const waiting = new Set(tables);
  const names = new Set(tables.map(({ name }) => name));
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ name }) =>
      pointers.every(({ from, to }) => from !== name || placed.has(to) || !names.has(to)),
    );
    if (ready.length === 0) throw new Error('tables point to each other in a ring');
    for (const table of ready) {
      sorted.push(table);
      placed.add(table.name);
      waiting.delete(table);
    }
  }
  return sorted;
}
