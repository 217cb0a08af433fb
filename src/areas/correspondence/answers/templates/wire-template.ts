/** Templates as they cross the wire, those that came with the program among them. */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { WireTemplate } from '../../contract/templates.ts';
import { standardTemplate, standardTemplates } from '../../rules/templates/standard/all.ts';
import { standingOf, type Template } from '../../rules/templates/template.ts';
import type { TemplateVersion } from '../../store/templates.ts';

/** All versions of a key, the newest first, with the one in force marked. */
export function wireVersions(
  versions: readonly TemplateVersion[],
  delivered: Template | undefined,
  today: Day,
  language: Language,
): WireTemplate[] {
  const standings = versions.map((each) => standingOf(each.acts, each.expiresOn, today));
  const used = standings.indexOf('approved');
  const rows = versions.map((each, index): WireTemplate => {
    const { key, channel, purpose, packs, name, wording, version, owner, ownerId } = each;
    const { expiresOn, reason, at } = each;
    return {
      key,
      channel,
      purpose,
      packs: [...packs],
      name,
      wording,
      version,
      owner,
      ownerId,
      expiresOn,
      reason,
      at,
      inForce: index === used,
      state: standings[index] ?? 'proposed',
      author: actorName(each.authorName, language),
      approvedBy: actorName(each.approvedBy, language),
    };
  });
  if (!delivered) return rows;
  const standsIn = used < 0 && !standings.includes('expired');
  return [...rows, wireDelivered(delivered, standsIn)];
}

function wireDelivered(template: Template, inForce: boolean): WireTemplate {
  return {
    ...template,
    packs: [...template.packs],
    version: 0,
    state: 'delivered',
    owner: '',
    ownerId: null,
    expiresOn: null,
    reason: '',
    at: null,
    author: '',
    approvedBy: '',
    inForce,
  };
}

/** One line a key: the version in force, or the newest where none is. */
export function wireTemplates(
  versions: readonly TemplateVersion[],
  today: Day,
  language: Language,
): WireTemplate[] {
  const keys = new Set([...standardTemplates, ...versions].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const mine = versions.filter((each) => each.key === key);
    const rows = wireVersions(mine, standardTemplate(key), today, language);
    const row = rows.find(({ inForce }) => inForce) ?? rows[0];
    return row ? [row] : [];
  });
}
