/** The no of the business, above the button that asked. */
import type { Catalogue } from '#kernel/words.ts';
import { useServerWords } from './readable.ts';
import { Refused, useWhy } from './refusal.ts';

type Props = {
  error: unknown;
  /** The area's own words: they say the same as the server, with days and amounts as one reads. */
  words?: Catalogue;
};

const none: Catalogue = {};

export function RefusalNote({ error, words = none }: Props) {
  const why = useWhy();
  const say = useServerWords(words);
  if (error === null || error === undefined) return null;
  const own = error instanceof Refused ? say(error.code, error.facts) : undefined;
  return (
    <p role="alert" className="rounded-md bg-late-soft px-3 py-2 text-late text-pretty">
      {own ?? why(error)}
    </p>
  );
}
