/** A campaign as the API and `dunlin campaigns --json` write it. */
import type { Day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { WireCampaign } from '../contract.ts';
import { isRunning } from '../rules/campaign.ts';
import type { Progress } from '../store/campaigns.ts';

export function wireCampaign(progress: Progress, today: Day): WireCampaign {
  const { filter: _, memberIds: __, companyId: ___, startedAt: ____, ...rest } = progress;
  const { goal, asked, collected, currency } = rest;
  const amount = (minor: bigint): string => formatMoney(money(minor, currency));
  return {
    ...rest,
    goal: goal === null ? null : amount(goal),
    asked: amount(asked),
    collected: amount(collected),
    running: isRunning(progress, today),
  };
}
