/** The templates that a strategy may name: delivered with the program, or approved since. */
import type { Queries } from '#platform/postgres/db.ts';
import type { Phrase } from '#kernel/words.ts';
import { standardTemplates } from '../../rules/templates/standard/all.ts';
import type { TemplateChannel } from '../../rules/templates/template.ts';
import { templateVersions } from '../../store/templates.ts';

type TemplateName = {
  readonly key: string;
  readonly channel: TemplateChannel;
  readonly name: Phrase;
};

/** One a key, by key. */
export async function templateNames(db: Queries): Promise<readonly TemplateName[]> {
  const approved = (await templateVersions(db)).filter(
    ({ acts }) => acts.includes('approved') && !acts.includes('withdrawn'),
  );
  const byKey = new Map(
    [...standardTemplates, ...approved].map(({ key, channel, name }) => [
      key,
      { key, channel, name },
    ]),
  );
  return [...byKey.values()].toSorted((a, b) => a.key.localeCompare(b.key));
}
