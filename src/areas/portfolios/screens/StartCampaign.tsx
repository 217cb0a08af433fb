/**
 * Starting a campaign: a filter, how many accounts fit it, who works them, until when.
 *
 * It starts only after one has seen how many accounts and how much money it asks for.
 */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { startCampaign } from '#areas/portfolios/contract.ts';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call, rehearse } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { CampaignTerms } from './CampaignTerms.tsx';
import { CampaignWorkers } from './CampaignWorkers.tsx';
import { FilterFields } from './FilterFields.tsx';
import { readFilter } from './filter-form.ts';
import { usePortfolio, usePortfolioChanged } from './portfolio-data.ts';
import { words } from './words.ts';

type Body = BodyOf<typeof startCampaign>;
type Props = { company: string | undefined; onClose: () => void };

export function StartCampaign({ company, onClose }: Props) {
  const t = useWords(words);
  const companies = useReaderCompanies();
  const [picked, setPicked] = useState(company);
  const code = picked ?? companies[0]?.code;
  const { currency } = usePortfolio(code).data ?? {};
  return (
    <Dialog title={t('campaign_start')} shape="wide" onClose={onClose}>
      {company === undefined && companies.length > 1 && (
        <div className="mb-3.5">
          <SelectField
            label={t('reassign_company')}
            name="company"
            value={code ?? ''}
            onChange={(event) => setPicked(event.target.value)}
            choices={companies.map((each) => ({ value: each.code, name: each.name }))}
          />
        </div>
      )}
      {code === undefined || currency === undefined ? (
        <Bones lines={8} />
      ) : (
        <StartForm key={code} company={code} currency={currency} onClose={onClose} />
      )}
    </Dialog>
  );
}

type FormProps = { company: string; currency: string; onClose: () => void };

function StartForm({ company, currency, onClose }: FormProps) {
  const t = useWords(words);
  const figures = useFigures();
  const today = useToday();
  const box = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const count = useMutation({
    mutationFn: (body: Body) => rehearse(startCampaign, { body }),
  });
  const start = useStart(onClose);
  const ask = (): void => {
    if (box.current === null) return;
    const typed = typedIn(box.current, company);
    // How many fit does not hang on the name and the day, which may still be empty.
    count.mutate({ ...typed, name: 'preview', goal: undefined, endsOn: today });
  };
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = startCampaign.body?.safeParse(typedIn(event.currentTarget, company));
    setWrong(new Set(read?.error?.issues.map(({ path }) => String(path[0]))));
    if (read?.success && count.data !== undefined) start.mutate(read.data);
  }
  const complaint = (field: string) => (wrong.has(field) ? t('required') : undefined);
  const errors = Object.fromEntries(
    ['name', 'endsOn', 'goal'].flatMap((field) => {
      const said = complaint(field);
      return said === undefined ? [] : [[field, said]];
    }),
  );
  return (
    <form ref={box} noValidate onSubmit={send} className="grid gap-3.5">
      <CampaignTerms currency={currency} errors={errors} />
      <FilterFields currency={currency} onChange={() => count.reset()} />
      <CampaignWorkers />
      <div className="flex flex-wrap items-center gap-3" aria-live="polite">
        <Button busy={count.isPending} onClick={ask}>
          {t('campaign_count')}
        </Button>
        {count.data !== undefined && (
          <b className="font-[600]">
            {t('campaign_fits', {
              count: count.data.accounts,
              amount: figures.money(count.data.asked, count.data.currency),
            })}
          </b>
        )}
      </div>
      <RefusalNote error={count.error ?? start.error} words={areaWords} />
      <div>
        <Button
          type="submit"
          tone="main"
          because={count.data === undefined ? t('campaign_count_first') : undefined}
          busy={start.isPending}
        >
          {t('campaign_start')}
        </Button>
      </div>
    </form>
  );
}

function useStart(onClose: () => void) {
  const t = useWords(words);
  const changed = usePortfolioChanged();
  return useMutation({
    mutationFn: (body: Body) => call(startCampaign, { body }),
    onSuccess: ({ accounts }) => {
      changed();
      say({ text: t('campaign_started', { count: accounts }) });
      onClose();
    },
  });
}

/** What stands in the form; whether it may be sent is for the contract to say. */
function typedIn(box: HTMLFormElement, company: string): Body {
  const form = new FormData(box);
  const all = (name: string): readonly string[] =>
    form.getAll(name).filter((value) => typeof value === 'string');
  const text = (name: string): string => all(name)[0] ?? '';
  return {
    company,
    name: text('name'),
    text: text('text'),
    goal: text('goal') || undefined,
    endsOn: text('endsOn'),
    filter: readFilter({ text, all }),
    live: text('live') === 'yes',
    memberIds: [...all('memberIds')],
  };
}
