/**
 * The smallest value that fits a JSON schema of the OpenAPI document, so that a test can call
 * every route with a body that is understood.
 */
type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
};

const someId = '01890000-0000-7000-8000-000000000001';
/** Tried where a pattern is asked for: an amount, a currency, a day, an id, a word, digits. */
const texts = ['1', 'USD', '2026-11-20', someId, 'a@b.example', 'text', '1234'];

export function exampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return exampleOf(choices[0] ?? {});
  if (schema.type === 'object') return objectOf(schema);
  if (schema.type === 'array') {
    return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items ?? {}));
  }
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(schema.minimum ?? 1, 1);
  return schema.type === 'string' ? textOf(schema) : null;
}

function objectOf({ properties = {}, required = [] }: Schema): object {
  return Object.fromEntries(required.map((name) => [name, exampleOf(properties[name] ?? {})]));
}

function textOf({ format, pattern, minLength = 0 }: Schema): string {
  if (format === 'uuid') return someId;
  if (format === 'date') return '2026-11-20';
  if (format === 'email') return 'a@b.example';
  const fitting = texts.find(
    (text) => pattern !== undefined && new RegExp(pattern, 'u').test(text),
  );
  return fitting ?? 'some text that is long enough'.padEnd(minLength, '.');
}
