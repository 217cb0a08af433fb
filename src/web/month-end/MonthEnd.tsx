/** The month-end page with the ledger's closing: the reports ask nobody to do anything. */
import type { MonthEnd as Month } from '#areas/reports/contract/month-end.ts';
import { MonthEndScreen } from '#areas/reports/screens/MonthEndScreen.tsx';
import { PeriodActions } from '#areas/ledger/screens/index.ts';
import { TrialBalance } from './TrialBalance.tsx';

export function MonthEnd() {
  return <MonthEndScreen Closing={Closing} Books={TrialBalance} />;
}

function Closing({ month }: { month: Month }) {
  return (
    <PeriodActions
      company={month.company}
      period={month.period.name}
      state={month.state}
      over={month.over}
      signed={month.signed !== null}
    />
  );
}
