/**
 * May a template be released? Everything that is wrong with it, with the place.
 *
 * Both bodies must name the same fields, each of which must exist; the tone must be one we keep;
 * what the packs demand must stand in both languages.
 */
import { type Language, languages } from '#kernel/words.ts';
import { isField, isRowField } from './fields.ts';
import { missingSentences } from './legal.ts';
import type { Template, TemplateRefusal } from './template.ts';
import { toneOf, type ToneKind } from './tone.ts';

/** A name that a wording uses, with its place; as the reader of the language tells it. */
export type FieldUse = {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly from: 'outside' | 'loop' | 'own';
};

export type WordingRead =
  | { readonly ok: true; readonly uses: readonly FieldUse[] }
  | {
      readonly ok: false;
      readonly problem: string;
      readonly place: { readonly line: number; readonly column: number };
    };

export type TemplatePart = 'subject' | 'body';

export type TemplateProblem = {
  readonly code: Extract<
    TemplateRefusal,
    | 'correspondence.field_unknown'
    | 'correspondence.legal_missing'
    | 'correspondence.placeholders_differ'
    | 'correspondence.subject_empty'
    | 'correspondence.template_unreadable'
    | 'correspondence.text_too_long'
    | 'correspondence.tone_refused'
  >;
  readonly language: Language;
  readonly part: TemplatePart;
  readonly line: number;
  readonly column: number;
  /** The field, the words, or the reader's own sentence. */
  readonly what: string;
  readonly why: ToneKind | '';
};

export type Reads = Readonly<Record<Language, Readonly<Record<TemplatePart, WordingRead>>>>;

const partsOf: readonly TemplatePart[] = ['subject', 'body'];
/** Of a text: seven parts of 153 signs, which is more than anybody should get. */
const longestText = 1_000;

/** Everything that keeps the template from being released; nothing when it may be. */
export function problemsOf(template: Template, reads: Reads): TemplateProblem[] {
  return [
    ...languages.flatMap((language) => [
      ...partsOf.flatMap((part) => unreadable(reads[language][part], language, part)),
      ...missing(template, language),
      ...toneProblems(template, language),
    ]),
    ...differences(reads),
  ];
}

type Told = Pick<TemplateProblem, 'code' | 'language'> & Partial<TemplateProblem>;

function problem(told: Told): TemplateProblem {
  return { part: 'body', line: 1, column: 1, what: '', why: '', ...told };
}

function unreadable(read: WordingRead, language: Language, part: TemplatePart): TemplateProblem[] {
  if (!read.ok) {
    const code = 'correspondence.template_unreadable';
    return [problem({ code, language, part, ...read.place, what: read.problem })];
  }
  return read.uses
    .filter(({ path, from }) =>
      from === 'outside' ? !isField(path) : from === 'loop' && !isRowField(path),
    )
    .map(({ path, line, column }) =>
      problem({ code: 'correspondence.field_unknown', language, part, line, column, what: path }),
    );
}

function missing(template: Template, language: Language): TemplateProblem[] {
  const { subject, body } = template.wording[language];
  const empty = template.channel === 'email' && subject.trim() === '';
  const long = template.channel === 'sms' && body.length > longestText;
  return [
    ...(empty
      ? [problem({ code: 'correspondence.subject_empty', language, part: 'subject' })]
      : []),
    ...(long
      ? [problem({ code: 'correspondence.text_too_long', language, what: `${longestText}` })]
      : []),
    ...missingSentences(body, template.packs, language).map((what) =>
      problem({ code: 'correspondence.legal_missing', language, what }),
    ),
  ];
}

function toneProblems(template: Template, language: Language): TemplateProblem[] {
  const wording = template.wording[language];
  return partsOf.flatMap((part) =>
    toneOf(wording[part], language)
      .filter(({ refuses }) => refuses)
      .map(({ words, kind }) =>
        problem({
          code: 'correspondence.tone_refused',
          language,
          part,
          ...placeOf(wording[part], words),
          what: words,
          why: kind,
        }),
      ),
  );
}

function placeOf(text: string, words: string): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, text.indexOf(words))).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A field that one language names and the other does not; the subject and body count as one. */
function differences(reads: Reads): TemplateProblem[] {
  const named = { en: usesOf(reads.en), es: usesOf(reads.es) };
  return languages.flatMap((language) => {
    const other = named[language === 'en' ? 'es' : 'en'];
    if (other === undefined || named[language] === undefined) return [];
    return [...named[language]]
      .filter(([path]) => !other.has(path))
      .map(([path, { part, line, column }]) =>
        problem({
          code: 'correspondence.placeholders_differ',
          language,
          part,
          line,
          column,
          what: path,
        }),
      );
  });
}

type Placed = { readonly part: TemplatePart; readonly line: number; readonly column: number };

/** The fields by path; undefined when a part cannot be read. */
function usesOf(parts: Reads[Language]): ReadonlyMap<string, Placed> | undefined {
  const found = new Map<string, Placed>();
  for (const part of partsOf) {
    const read = parts[part];
    if (!read.ok) return undefined;
    for (const { path, from, line, column } of read.uses) {
      // What a wording calls its own rows and values is its own business.
      const name = from === 'loop' ? path.replace(/^[^.]+/u, '[]') : path;
      if (from !== 'own' && name !== '[]' && !found.has(name)) {
        found.set(name, { part, line, column });
      }
    }
  }
  return found;
}
