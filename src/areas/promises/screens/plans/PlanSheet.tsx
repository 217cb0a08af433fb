/** One payment plan: its schedule with what is paid and late, its agreement, what can be done. */
import { useQuery } from '@tanstack/react-query';
import { onePlan, planAgreement, type WireInstallment } from '#areas/promises/contract/plans.ts';
import { call, hrefOf } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { PlanActs } from './PlanActs.tsx';
import { words } from './words.ts';

type Props = {
  accountId: string;
  planId: string;
  onChanged: (accountId: string) => void;
  onClose: () => void;
};

export function PlanSheet({ accountId, planId, onChanged, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const params = { accountId, planId };
  const known = useQuery({
    queryKey: ['account', accountId, 'plans', planId],
    queryFn: ({ signal }) => call(onePlan, { params, signal }),
  });
  const plan = known.data;
  return (
    <Dialog title={t('plan_write')} sub={plan?.name} onClose={onClose} shape="wide">
      {plan === undefined ? (
        <Bones lines={6} />
      ) : (
        <div className="grid gap-4">
          <p>
            {t(`state_${plan.state}`)} ·{' '}
            {t('paid_of', {
              paid: figures.amount(plan.paid, plan.currency),
              total: figures.money(plan.total, plan.currency),
            })}
          </p>
          <Schedule rows={plan.installments} currency={plan.currency} />
          <p className="flex flex-wrap gap-4 text-sm">
            {(['en', 'es'] as const).map((language) => (
              <a
                key={language}
                className="link"
                href={hrefOf(planAgreement, { params, query: { language } })}
              >
                {t(`agreement_${language}`)}
              </a>
            ))}
          </p>
          {plan.signatures.map(({ version, name, sha256 }) => (
            <p key={version} className="text-sm break-all text-ink-2">
              {t('signed_by', { name })} · SHA-256 {sha256}
            </p>
          ))}
          {may('promises.make') === undefined && (
            <PlanActs plan={plan} onChanged={onChanged} onClose={onClose} />
          )}
        </div>
      )}
    </Dialog>
  );
}

function Schedule({ rows, currency }: { rows: readonly WireInstallment[]; currency: string }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <section>
      <h3 className="mb-1 text-sm font-[600]">{t('schedule')}</h3>
      <ol className="grid gap-1">
        {rows.map(({ no, dueOn, amount, state }) => (
          <li key={no} className="flex gap-3">
            <span className="w-6 text-right text-ink-3">{no === 0 ? '' : no}</span>
            <span className="flex-1">
              {figures.day(dueOn)}
              {no === 0 && ` · ${t('no_0')}`}
            </span>
            <span className="text-sm text-ink-2">{t(`part_${state}`)}</span>
            <span className="figures w-24 text-right">{figures.amount(amount, currency)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
