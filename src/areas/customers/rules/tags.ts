/**
 * Words by which the desk groups accounts: `vip`, `seasonal`, `co-op`. Strategies choose by them.
 *
 * The rule a newcomer would break: a tag is one word in small letters, so that `VIP` and `vip`
 * are never two groups.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const mostTags = 20;
const pattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

export type TagRefusal = 'customers.tag_not_a_word' | 'customers.tags_too_many';

/** The set as it is kept: small letters, sorted, each once; empty words fall away. */
export function readTags(said: readonly string[]): Outcome<readonly string[], TagRefusal> {
  const tags = [...new Set(said.map((tag) => tag.trim().toLowerCase()))].filter(Boolean).toSorted();
  const wrong = tags.find((tag) => !pattern.test(tag));
  if (wrong !== undefined) return refuse('customers.tag_not_a_word', { tag: wrong.slice(0, 60) });
  if (tags.length > mostTags) return refuse('customers.tags_too_many', { most: mostTags });
  return accept(tags);
}
