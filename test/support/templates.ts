/** Templates of a company's own, in place of those that came with the program. */
import { decideTemplate } from '#areas/correspondence/actions/templates/decide-template.ts';
import { proposeTemplate } from '#areas/correspondence/actions/templates/propose-template.ts';
import { standardTemplate } from '#areas/correspondence/rules/templates/standard/all.ts';
import type { Wording } from '#areas/correspondence/rules/templates/template.ts';
import type { Day } from '#kernel/day.ts';
import type { Story } from './builders.ts';

/** Its first version, proposed by one and approved by another; the same words in both languages. */
export async function approveOwn(
  desk: Pick<Story, 'done' | 'member'>,
  key: string,
  wording: Wording,
  expiresOn: Day | null = null,
): Promise<void> {
  const delivered = standardTemplate(key);
  if (!delivered) throw new Error(`no template ${key}`);
  const own = { en: wording, es: wording };
  const template = { ...delivered, wording: own, ownerId: null, expiresOn };
  await desk.done((context) => proposeTemplate(context, template));
  const second = await desk.member('manager');
  const decision = { key, version: 1, act: 'approved' } as const;
  await desk.done((context) => decideTemplate(context, decision), second);
}
