/** The campaigns that run, in the head of the day's list: what is asked and how far one is. */
import { Link } from '@tanstack/react-router';
import { daysBetween, parseDay } from '#kernel/day.ts';
import { campaigns, type WireCampaign } from '#areas/portfolios/contract.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { useCampaigns } from './campaign-data.ts';
import { words } from './words.ts';

/** More than two would push the work itself off the screen. */
const mostShown = 2;

export function CampaignBanner() {
  const t = useWords(words);
  const [{ company }] = useSearchState(campaigns);
  const rows = useCampaigns({ company, running: 'true' }).data?.rows ?? [];
  const own = rows.filter(({ mine }) => mine !== null);
  const shown = (own.length > 0 ? own : rows).slice(0, mostShown);
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('campaign_banner')} className="no-print mb-2.5 grid gap-1.5">
      {shown.map((campaign) => (
        <Line key={campaign.campaignId} campaign={campaign} />
      ))}
    </section>
  );
}

function Line({ campaign }: { campaign: WireCampaign }) {
  const t = useWords(words);
  const figures = useFigures();
  const today = useToday();
  const { name, text, accounts, done, collected, currency, mine } = campaign;
  const last = parseDay(campaign.endsOn);
  const money = (amount: string): string => figures.money(amount, currency);
  const [part, whole] = mine === null ? [done, accounts] : [mine.done, mine.accounts];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 rounded-md border border-line bg-surface px-3 py-1.5">
      <Link to={paths.campaigns} className="link font-[600]">
        {name}
      </Link>
      {text !== '' && (
        <span className="min-w-0 truncate text-sm text-ink-3 max-sm:hidden">{text}</span>
      )}
      <span className="flex-1" />
      <span className="figures text-sm text-ink-2">
        {mine === null
          ? t('campaign_team', { done, accounts, collected: money(collected) })
          : t('campaign_mine', { ...mine, collected: money(mine.collected) })}
      </span>
      <span
        aria-hidden
        className="block h-1.5 w-20 overflow-hidden rounded-sm bg-sunk max-sm:hidden"
      >
        <span
          className="block h-full bg-accent"
          style={{ width: `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%` }}
        />
      </span>
      {last !== undefined && (
        <span className="text-sm whitespace-nowrap text-ink-3">
          {t('campaign_days_left', { count: daysBetween(today, last) })}
        </span>
      )}
    </div>
  );
}
