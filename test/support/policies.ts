/** Policy documents of stories: proposed, approved by a second person, published. */
import { day } from '#kernel/day.ts';
import type { Actor } from '#platform/action.ts';
import { decideVersion } from '#areas/policies/actions/decide-version.ts';
import { proposeVersion } from '#areas/policies/actions/propose-version.ts';
import { publishVersion } from '#areas/policies/actions/publish-version.ts';
import type { Story } from './builders.ts';

type Told = {
  readonly judged?: unknown;
  readonly follows?: string;
  readonly failed?: number;
  readonly simulated?: boolean;
};

/** A text under a key; its author is the story's own actor or `by`. */
export async function proposed(
  story: Pick<Story, 'done' | 'member'>,
  key: string,
  written: string,
  { judged = { key }, follows, failed = 0, simulated = false }: Told = {},
  by?: Actor,
): Promise<number> {
  const made = {
    kind: 'strategy',
    key,
    nameEn: key,
    nameEs: key,
    written,
    judged,
    follows: follows ?? null,
    hasExamples: true,
    hasSimulation: simulated,
  };
  const tested = { passed: 1, failed, results: [] };
  const { version } = await story.done((context) => proposeVersion(context, made, tested), by);
  return version;
}

/** The same, approved by a manager and in force from a day. */
export async function published(
  story: Pick<Story, 'done' | 'member'>,
  key: string,
  written: string,
  { from, ...told }: Told & { readonly from: string },
): Promise<number> {
  const version = await proposed(story, key, written, told);
  const name = { kind: 'strategy', key, version };
  const manager = await story.member('manager');
  await story.done(
    (context) => decideVersion(context, { ...name, act: 'approved', unseen: false }),
    manager,
  );
  await story.done((context) => publishVersion(context, { ...name, from: day(from) }));
  return version;
}
