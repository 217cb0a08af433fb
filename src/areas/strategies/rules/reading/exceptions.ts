/** Who is treated otherwise: left alone for a while, with more care, or as an experiment. */
import { formatMinor } from '#kernel/money.ts';
import type { Exclusion, Experiment, VipRule } from '../document.ts';
import { conditions } from './conditions.ts';
import { type Reader, complain, listOf, mapped, needed, optional, record } from './reader.ts';
import { aDay, keyWord, oneOf, percent, text, yesOrNo } from './scalars.ts';

const who = (says: string) => optional<string | null>(text(100), null, says);

const exclusion: Reader<Exclusion> = mapped(
  record({
    account: who('The number of one account.'),
    tag: who('Accounts with this tag.'),
    segment: who('Customers of this segment.'),
    reason: needed(text(300), 'Why; it is shown where somebody asks.'),
    until: needed(aDay, 'The last day on which it holds.'),
  }),
  (said, node, where) => {
    const named = (['account', 'tag', 'segment'] as const).flatMap((by) =>
      said[by] === null ? [] : [{ by, value: said[by] }],
    );
    const [only, ...others] = named;
    if (only === undefined || others.length > 0) return complain('one_excluded', node.at, where);
    return { ...only, reason: said.reason, until: said.until };
  },
);

export const exclusions: Reader<readonly Exclusion[]> = listOf(exclusion);

const vipRule: Reader<VipRule> = mapped(
  record({
    where: needed(conditions, 'Which accounts.'),
    approval: optional(oneOf(['always']), 'always', 'Every notice waits for a person.'),
    call_instead: optional(yesOrNo, false, 'A call of the owner takes the place of a message.'),
  }),
  (said, node, where) =>
    said.where.length === 0
      ? complain('no_conditions', node.at, where)
      : { where: said.where, approval: said.approval, callInstead: said.call_instead },
);

export const vipRules: Reader<readonly VipRule[]> = listOf(vipRule);

export const experiment: Reader<Experiment> = mapped(
  record({
    challenger: needed(keyWord, 'The strategy that is tried.'),
    share: needed(percent(50), 'Percent of the accounts that go to it.'),
    from: needed(aDay, 'The first day.'),
    to: needed(aDay, 'The last day.'),
  }),
  ({ challenger, share, from, to }, node, where) => {
    if (to < from) return complain('ends_before_it_starts', node.at, where, { from, to });
    if (share.units === 0n) {
      const said = formatMinor(share.units, share.scale);
      return complain('not_a_percentage', node.at, where, { said, most: 50 });
    }
    return { challenger, sharePct: share, from, to };
  },
);
