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

export type Compiled = {
  readonly text: string;
  readonly values: unknown[];
  /** The same text is parsed and planned once a connection, under this name. */
  readonly name?: string;
};

/** The text with $1, $2 … and the values in their order. */
export function compile(statement: Sql): Compiled {
  const { sql: text, parameters } = statement.compile(compiler);
  const compiled = { text, values: [...parameters] };
  return hot.has(statement) ? named(compiled) : compiled;
}

const hot = new WeakSet<Sql>();

/**
 * As `sql`, for a statement of a hot path that finds its rows by key: it is planned once a
 * connection.
 *
 * Not for one whose best plan depends on its values (an aging as of any day): PostgreSQL would
 * come to plan it for no value in particular.
 */
export function prepared<Row>(
  pieces: TemplateStringsArray,
  ...values: readonly unknown[]
): Sql<Row> {
  const statement = tag<Row>(pieces, ...values);
  hot.add(statement);
  return statement;
}

const names = new Map<string, string>();

/** Gives a statement the name of its text. */
export function named(compiled: Compiled): Compiled {
  const name = names.get(compiled.text) ?? `hot_${names.size}`;
  names.set(compiled.text, name);
  return { ...compiled, name };
}

/** `a and b and c` of the fragments that are there; `true` when there are none. */
export function allOf(conditions: readonly (Sql | undefined)[]): Sql<boolean> {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length === 0 ? tag`true` : tag<boolean>`${tag.join(present, tag` and `)}`;
}
