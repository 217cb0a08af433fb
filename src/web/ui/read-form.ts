/**
 * A form, read once, when it is sent: every named field, through the route's own schema.
 *
 * What does not fit the schema comes back field by field in the reader's words; nothing is
 * sent until it fits.
 */
import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { words } from './words.ts';
import { useWords } from './say.ts';

export type FieldErrors = Readonly<Record<string, string>>;
type Complaint = 'required' | 'too_long' | 'not_valid';

/** Reads the form's fields through a schema; an empty optional field counts as absent. */
export function readForm<Schema extends z.ZodType>(
  event: FormEvent<HTMLFormElement>,
  schema: Schema,
): { ok: true; value: z.output<Schema> } | { ok: false; errors: Record<string, Complaint> } {
  event.preventDefault();
  const parsed = schema.safeParse(fieldsOf(event.currentTarget));
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, Complaint> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    errors[field] ??= complaint(issue.code, issue.input);
  }
  return { ok: false, errors };
}

/** The handler of a form for a route's body, and its complaints, ready for the fields. */
export function useForm<Schema extends z.ZodType>(
  route: { readonly body?: Schema },
  send: (value: z.output<Schema>) => void,
): { errors: FieldErrors; onSubmit: (event: FormEvent<HTMLFormElement>) => void } {
  const t = useWords(words);
  const [errors, setErrors] = useState<FieldErrors>({});
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const form = event.currentTarget;
    if (route.body === undefined) throw new Error('this route takes no body');
    const read = readForm(event, route.body);
    if (read.ok) {
      setErrors({});
      send(read.value);
      return;
    }
    const said = Object.entries(read.errors).map(([field, why]) => [field, t(why)] as const);
    setErrors(Object.fromEntries(said));
    const first = said[0]?.[0];
    if (first !== undefined) form.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
  }
  return { errors, onSubmit };
}

/** One value a name, a list where the name is repeated (`name[]`). */
function fieldsOf(form: HTMLFormElement): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    if (name.endsWith('[]')) {
      const list = fields[name.slice(0, -2)];
      fields[name.slice(0, -2)] = Array.isArray(list) ? [...list, value] : [value];
    } else if (value !== '') {
      fields[name] = value;
    }
  }
  return fields;
}

function complaint(code: string, input: unknown): Complaint {
  if (input === undefined || input === '') return 'required';
  return code === 'too_big' ? 'too_long' : 'not_valid';
}
