/**
 * SQL as SQL: a tagged template whose `${}` become parameters, never text.
 *
 * Fragments nest and join; compiling gives the text and the values that `pg` takes.
 */
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql as tag,
} from 'kysely';

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A piece of SQL, or a whole statement whose rows have the shape `Row`. */
export type Sql<Row = unknown> = RawBuilder<Row>;

export const sql = tag;

/** The text with $1, $2 … and the values in their order. */
export function compile(statement: Sql): { text: string; values: unknown[] } {
  const { sql: text, parameters } = statement.compile(compiler);
  return { text, values: [...parameters] };
}

/** `a and b and c` of the fragments that are there; `true` when there are none. */
export function allOf(conditions: readonly (Sql | undefined)[]): Sql<boolean> {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length === 0 ? tag`true` : tag<boolean>`${tag.join(present, tag` and `)}`;
}
