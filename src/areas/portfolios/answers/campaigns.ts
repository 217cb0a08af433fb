/** A campaign as the API and `dunlin campaigns --json` write it. */
import type { Day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { WireCampaign } from '../contract.ts';
import { isRunning } from '../rules/campaign.ts';
import type { OwnProgress, Progress } from '../store/campaigns.ts';

/** `own` is the part of whoever reads; without it, or with no account in it, they have none. */
export function wireCampaign(progress: Progress, today: Day, own?: OwnProgress): WireCampaign {
  const { filter: _, memberIds: __, companyId: ___, startedAt: ____, ...rest } = progress;
  const { goal, asked, collected, currency } = rest;
  const amount = (minor: bigint): string => formatMoney(money(minor, currency));
  return {
    ...rest,
    goal: goal === null ? null : amount(goal),
    asked: amount(asked),
    collected: amount(collected),
    running: isRunning(progress, today),
    mine: own && own.accounts > 0 ? { ...own, collected: amount(own.collected) } : null,
  };
}
