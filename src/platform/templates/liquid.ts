/**
 * The language of templates: Liquid without files, without includes and without a clock.
 *
 * A template can only read what it is handed, own properties alone, and stops when it takes too
 * long or too much memory. A name that nobody handed it is an error with its place, never a gap
 * in a letter.
 */
import { Liquid, LiquidError } from 'liquidjs';

export type Place = { readonly line: number; readonly column: number };

/** A name that a template uses: `contact.name`, `items`. */
export type Used = Place & { readonly path: string; readonly from: 'outside' | 'loop' | 'own' };

export type Read =
  | { readonly ok: true; readonly uses: readonly Used[] }
  | { readonly ok: false; readonly problem: string; readonly place: Place };

export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string; readonly place: Place };

const limits = { parseLimit: 50_000, renderLimit: 500, memoryLimit: 2_000_000 };
const tagsTaken = ['assign', 'break', 'capture', 'case', 'comment', 'continue', 'for', 'if'];
const tagsToo = ['raw', 'unless', '#'];
const filtersTaken = [
  'capitalize',
  'default',
  'downcase',
  'first',
  'join',
  'last',
  'minus',
  'plus',
  'size',
  'strip',
  'truncate',
];

const engine = restricted();

function restricted(): Liquid {
  const made = new Liquid({
    ...limits,
    strictVariables: true,
    // `{% if promise %}` asks whether it is there.
    lenientIf: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // Nothing is ever looked up in a folder.
    templates: {},
    relativeReference: false,
    dynamicPartials: false,
  });
  const tags = new Set([...tagsTaken, ...tagsToo]);
  for (const name of Object.keys(made.tags)) if (!tags.has(name)) delete made.tags[name];
  const filters = new Set(filtersTaken);
  for (const name of Object.keys(made.filters)) {
    if (!filters.has(name)) delete made.filters[name];
  }
  return made;
}

/** What a template uses, or where it cannot be read. */
export function readTemplate(source: string): Read {
  try {
    const { variables, globals, locals } = engine.analyzeSync(engine.parse(source));
    const uses = Object.entries(variables).flatMap(([root, places]) =>
      places.map(
        ({ segments, location }) =>
          ({
            path: [root, ...segments.slice(1).map(segmentText)].join('.'),
            line: location.row,
            column: location.col,
            from: root in locals ? 'own' : root in globals ? 'outside' : 'loop',
          }) as const,
      ),
    );
    return { ok: true, uses };
  } catch (error) {
    return { ok: false, ...problemOf(error) };
  }
}

function segmentText(segment: unknown): string {
  return typeof segment === 'string' || typeof segment === 'number' ? `${segment}` : '[]';
}

/** Fills a template with what it is handed. */
export function fillTemplate(source: string, scope: object): Rendered {
  try {
    const text: unknown = engine.parseAndRenderSync(source, scope);
    return { ok: true, text: String(text) };
  } catch (error) {
    return { ok: false, ...problemOf(error) };
  }
}

/** The engine's sentence without its own mention of the place. */
function problemOf(error: unknown): { problem: string; place: Place } {
  if (!(error instanceof Error)) throw error;
  // A limit that is hit while reading has no place of its own.
  const [line = 1, column = 1] = LiquidError.is(error) ? error.token.getPosition() : [];
  const problem = error.message.replace(/, line:\d+(?:, col:\d+)?$/u, '');
  return { problem, place: { line, column } };
}
