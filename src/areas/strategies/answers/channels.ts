/** The switches as a list: every channel of every company, those nobody spoke of being off. */
import type { Desk } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { WireChannelSwitch } from '../contract/runs.ts';
import { strategiesInForce } from '../actions/strategies-in-force.ts';
import { channelOf, switchChannels } from '../rules/channel.ts';
import { channelSwitches, companiesIn, waitingByChannel } from '../store/switches.ts';

export async function channelList(
  desk: Desk,
  companies: CompanyScope,
): Promise<{ rows: WireChannelSwitch[]; strategies: string[] }> {
  const [all, switches, waiting, { strategies }] = await Promise.all([
    companiesIn(desk.db, companies),
    channelSwitches(desk.db, companies),
    waitingByChannel(desk.db, companies),
    strategiesInForce(desk.db, desk.clock.today()),
  ]);
  const rows = all.flatMap(({ companyId, company }) =>
    switchChannels.map((channel): WireChannelSwitch => {
      const said = switches.find(
        (each) => each.companyId === companyId && each.channel === channel,
      );
      const steps = waiting.filter(
        (each) => each.companyId === companyId && channelOf(each.act) === channel,
      );
      return {
        companyId,
        company,
        channel,
        isOn: said?.isOn ?? false,
        onlyFor: said?.onlyFor === undefined || said.onlyFor === null ? null : [...said.onlyFor],
        by: said?.by ?? '',
        reason: said?.reason ?? '',
        at: said?.at ?? null,
        waiting: steps.reduce((sum, { count }) => sum + count, 0),
      };
    }),
  );
  return { rows, strategies: strategies.map(({ document }) => document.key) };
}
