/** The instalments of a plan: when, how much, what of it came, and where one was due before. */
import type { WireInstallment, WireWholePlan } from '#areas/promises/contract/plans.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { partTones } from './plan-tones.ts';
import { words } from './words.ts';

const head = 'px-2 py-1.5 text-left text-sm font-[550] text-ink-2';
const cell = 'border-t border-line px-2 py-1.5';

export function PlanSchedule({ plan }: { plan: WireWholePlan }) {
  const t = useWords(words);
  const { installments, currency } = plan;
  const interest = installments.some((part) => part.interest !== '0.00');
  return (
    <section>
      <h2 className="mb-1.5">{t('schedule')}</h2>
      <WideTable label={t('schedule')} framed>
        <thead>
          <tr>
            <th className={head}>{t('due')}</th>
            <th className={`${head} text-right`}>{t('amount')}</th>
            {interest && <th className={`${head} text-right`}>{t('interest')}</th>}
            <th className={`${head} text-right`}>{t('paid')}</th>
            <th className={head}>{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {installments.map((part) => (
            <Line key={part.no} part={part} currency={currency} interest={interest} />
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}

type LineProps = { part: WireInstallment; currency: string; interest: boolean };

function Line({ part, currency, interest }: LineProps) {
  const t = useWords(words);
  const figures = useFigures();
  const moved = part.firstDueOn !== part.dueOn;
  return (
    <tr>
      <td className={cell}>
        <span className="text-ink-3">{part.no === 0 ? '' : `${part.no}. `}</span>
        {figures.day(part.dueOn)}
        {part.no === 0 && ` · ${t('no_0')}`}
        {moved && (
          <span className="block text-sm text-ink-3">
            {t('was_due', { day: figures.day(part.firstDueOn) })}
          </span>
        )}
      </td>
      <td className={`${cell} text-right`}>
        <Amount value={part.amount} currency={currency} strong />
      </td>
      {interest && (
        <td className={`${cell} text-right`}>
          <Amount value={part.interest} currency={currency} />
        </td>
      )}
      <td className={`${cell} text-right`}>
        <Amount value={part.paid} currency={currency} />
      </td>
      <td className={cell}>
        <Tag tone={partTones[part.state]}>{t(`part_${part.state}`)}</Tag>
      </td>
    </tr>
  );
}
