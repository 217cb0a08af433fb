/** Who may approve what in a company and how much, and who holds duties that must be apart. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import { authorities } from '#areas/approvals/contract.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words as areaWords } from '../words.ts';
import { AskAuthorityForm } from './AskAuthorityForm.tsx';
import { Duties } from './Duties.tsx';
import { useRoleName } from './roles.ts';
import { words } from './rule-words.ts';

type Known = Answer<typeof authorities>;
type Row = Known['rows'][number];

export function AuthorityScreen() {
  const t = useWords(words);
  const why = useWhy();
  const companies = useReaderCompanies();
  const [chosen, choose] = useState<string | null>(null);
  const [asking, setAsking] = useState<Row | null>(null);
  const code = chosen ?? companies[0]?.code;
  const known = useQuery({
    queryKey: ['approvals', 'authorities', code],
    enabled: code !== undefined,
    queryFn: ({ signal }) => call(authorities, { params: { code: code ?? '' }, signal }),
  });
  return (
    <Page
      title={t('authority')}
      sub={known.data && t('authority_sub', { currency: known.data.currency })}
      actions={
        code !== undefined &&
        companies.length > 1 && (
          <Picker
            label={t('company')}
            on={code}
            choices={companies.map((each) => ({ value: each.code, name: each.name }))}
            onPick={choose}
          />
        )
      }
    >
      {known.isPending && <Bones lines={8} />}
      {known.isError && <Failed why={why(known.error)} onRetry={() => void known.refetch()} />}
      {known.data !== undefined && <Authorities known={known.data} onAsk={setAsking} />}
      <Duties />
      {asking !== null && known.data !== undefined && (
        <AskAuthorityForm
          code={known.data.company}
          currency={known.data.currency}
          row={asking}
          onClose={() => setAsking(null)}
        />
      )}
    </Page>
  );
}

function Authorities({ known, onAsk }: { known: Known; onAsk: (row: Row) => void }) {
  const t = useWords(words);
  const say = useWords(areaWords);
  const figures = useFigures();
  const roleName = useRoleName();
  const forbidden = useMay()('approvals.decide');
  const { currency } = known;
  return (
    <WideTable label={t('authority')} framed look="text-sm [&_td]:p-2 [&_th]:p-2">
      <thead>
        <tr className="text-left">
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('limits')}</th>
          <th scope="col">{t('dual')}</th>
          <th scope="col">{t('paper')}</th>
          <th scope="col">{t('valid')}</th>
          <th scope="col">{t('change')}</th>
        </tr>
      </thead>
      <tbody>
        {known.rows.map((row) => (
          <tr key={row.kind} className="border-t border-line align-baseline">
            <th scope="row" className="text-left font-[600]">
              {say(`approvals.kind_${row.kind}`)}{' '}
              <Tag tone={row.own ? 'good' : 'plain'}>{t(row.own ? 'own' : 'standard')}</Tag>
            </th>
            <td>
              <ul>
                {row.limits.map(({ role, most }) => (
                  <li key={role}>
                    {most === null
                      ? t('limit_none', { role: roleName(role) })
                      : t('limit_to', {
                          role: roleName(role),
                          amount: figures.money(most, currency),
                        })}
                  </li>
                ))}
              </ul>
            </td>
            <td>{row.dualFrom === null ? t('never') : figures.money(row.dualFrom, currency)}</td>
            <td>{row.evidenceFrom ? figures.money(row.evidenceFrom, currency) : t('never')}</td>
            <td>{t('days', { count: row.validDays })}</td>
            <td>
              {forbidden === undefined && (
                <Button
                  aria-label={t('change_of', { kind: say(`approvals.kind_${row.kind}`) })}
                  onClick={() => onAsk(row)}
                >
                  {t('change')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
