/**
 * The state of a screen as its address holds it: the same parameters that its list route
 * takes. What does not fit the route's schema is dropped, so an old bookmark still opens.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';

type Change<Search> = Partial<{ [Name in keyof Search]: Search[Name] | undefined }>;

/** The address's parameters as the route's query reads them, and how to change some of them. */
export function useSearchState<Schema extends z.ZodObject>(route: {
  readonly query?: Schema;
}): [z.output<Schema>, (change: Change<z.input<Schema>>) => void] {
  const schema = queryOf(route);
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const text = JSON.stringify(raw);
  const search = useMemo(() => readSearch(schema, text), [schema, text]);
  const navigate = useNavigate();
  const change = useCallback(
    (wanted: Change<z.input<Schema>>) => {
      void navigate({
        to: '.',
        replace: true,
        // The router cannot know which screen asks; the schema reads what is written here.
        search: ((before: Record<string, unknown>) => merged(before, wanted)) as never,
      });
    },
    [navigate],
  );
  return [search, change];
}

function queryOf<Schema extends z.ZodObject>(route: { readonly query?: Schema }): Schema {
  if (route.query === undefined) throw new Error('this route takes no query');
  return route.query;
}

function merged(before: Record<string, unknown>, wanted: object): Record<string, unknown> {
  const all = Object.entries({ ...before, ...wanted });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined && value !== ''));
}

function readSearch<Schema extends z.ZodObject>(schema: Schema, text: string): z.output<Schema> {
  // The text was made from the router's own record of parameters just above.
  const raw = JSON.parse(text) as Record<string, unknown>;
  const whole = schema.safeParse(raw);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  const rest = Object.entries(raw).filter(([name]) => !wrong.has(name));
  return schema.parse(Object.fromEntries(rest));
}
