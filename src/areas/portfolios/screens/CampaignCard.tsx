/** One campaign: how far it is, what it brought in, how long it still runs. */
import { useState } from 'react';
import { daysBetween, parseDay } from '#kernel/day.ts';
import type { WireCampaign } from '#areas/portfolios/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { ChangeCampaign } from './ChangeCampaign.tsx';
import { EndCampaign } from './EndCampaign.tsx';
import { words } from './words.ts';

type Props = { campaign: WireCampaign };

export function CampaignCard({ campaign }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { name, text, startedOn, endsOn, endedOn, running, live, company, mine } = campaign;
  return (
    <li className="grid gap-2.5 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-md font-[650] text-ink">{name}</h2>
        <span className="text-sm text-ink-3">
          {company} ·{' '}
          {t('campaign_days', { from: figures.day(startedOn), to: figures.day(endedOn ?? endsOn) })}
        </span>
        <span className="flex-1" />
        {live && running && <Tag>{t('campaign_live_tag')}</Tag>}
        <DaysLeft campaign={campaign} />
      </div>
      {text !== '' && <p className="text-ink-2 text-pretty">{text}</p>}
      <Measures campaign={campaign} />
      {mine !== null && (
        <p className="text-sm text-ink-2">
          {t('campaign_mine', {
            ...mine,
            collected: figures.money(mine.collected, campaign.currency),
          })}
        </p>
      )}
      {running && <Verbs campaign={campaign} />}
    </li>
  );
}

function DaysLeft({ campaign }: Props) {
  const t = useWords(words);
  const last = parseDay(campaign.endsOn);
  const today = useToday();
  if (!campaign.running || last === undefined) return <Tag>{t('campaign_over')}</Tag>;
  const count = daysBetween(today, last);
  return <Tag tone={count <= 1 ? 'warn' : 'good'}>{t('campaign_days_left', { count })}</Tag>;
}

function Measures({ campaign }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { accounts, done, promised, asked, collected, goal, currency } = campaign;
  const aim = goal ?? asked;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-3">
      <Measure
        name={t('campaign_done')}
        said={t('campaign_of', { count: done, all: accounts })}
        part={accounts === 0 ? 0 : done / accounts}
      />
      <Measure
        name={t('campaign_promised')}
        said={t('campaign_of', { count: promised, all: accounts })}
        part={accounts === 0 ? 0 : promised / accounts}
      />
      <Measure
        name={t(goal === null ? 'campaign_collected' : 'campaign_collected_goal')}
        said={t('campaign_of_goal', {
          amount: figures.amount(collected, currency),
          goal: figures.money(aim, currency),
        })}
        // The length of a bar may lose the cents.
        part={Number(aim) > 0 ? Number(collected) / Number(aim) : 0}
      />
    </dl>
  );
}

function Measure({ name, said, part }: { name: string; said: string; part: number }) {
  return (
    <div>
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="figures m-0 font-[600]">
        {said}
        <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-sm bg-sunk">
          <span
            className="block h-full bg-accent"
            style={{ width: `${Math.min(100, Math.round(100 * part))}%` }}
          />
        </span>
      </dd>
    </div>
  );
}

function Verbs({ campaign }: Props) {
  const t = useWords(words);
  const mayNot = useMay()('portfolio.manage') !== undefined;
  const [open, setOpen] = useState<'change' | 'end' | null>(null);
  const { name } = campaign;
  const close = (): void => setOpen(null);
  if (mayNot) return null;
  return (
    <div className="no-print flex gap-2">
      <Button aria-label={t('campaign_change_named', { name })} onClick={() => setOpen('change')}>
        {t('campaign_change')}
      </Button>
      <Button aria-label={t('campaign_end_named', { name })} onClick={() => setOpen('end')}>
        {t('campaign_end')}
      </Button>
      {open === 'change' && <ChangeCampaign campaign={campaign} onClose={close} />}
      {open === 'end' && <EndCampaign campaign={campaign} onClose={close} />}
    </div>
  );
}
