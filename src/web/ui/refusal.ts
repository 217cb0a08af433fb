/**
 * A no, and how it is said. `code` is stable; the server's sentence is already in the
 * reader's language, so it is shown as it came.
 */
import type { Facts } from '#kernel/outcome.ts';
import { useWords } from './say.ts';
import { words } from './words.ts';

/** RFC 9457 problem details, as far as they are shown. */
type Problem = {
  status: number;
  title: string;
  code: string;
  detail: string;
  facts?: Facts | undefined;
  errors?: readonly { field: string; message: string }[] | undefined;
};

/** The server said no, or could not. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Facts;
  /** What is wrong, field by field. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(problem: Problem) {
    super(problem.detail === '' ? problem.title : problem.detail);
    this.name = 'Refused';
    this.status = problem.status;
    this.code = problem.code;
    this.facts = problem.facts ?? {};
    this.fields = Object.fromEntries(
      (problem.errors ?? []).map((error) => [error.field, error.message]),
    );
  }
}

/** Nothing answered: the desk is down or the line is broken. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Says why something failed. */
export function useWhy(): (error: unknown) => string {
  const t = useWords(words);
  return (error) => {
    if (error instanceof Unreachable) return t('unreachable');
    if (error instanceof Refused) return error.message === '' ? t('went_wrong') : error.message;
    return t('went_wrong');
  };
}

/** The complaint about one field, when the refusal names fields. */
export function fieldOf(error: unknown, field: string): string | undefined {
  return error instanceof Refused ? error.fields[field] : undefined;
}
