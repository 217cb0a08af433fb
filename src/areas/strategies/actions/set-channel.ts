/**
 * Switches a channel of a company on or off, for all strategies or, as a canary, for some.
 *
 * On means that steps are carried out from now on; those that waited go first.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { SwitchChannel } from '../rules/channel.ts';
import { insertChannelSwitch } from '../store/switches.ts';

export type SetChannel = {
  readonly companyId: Id;
  readonly channel: SwitchChannel;
  readonly isOn: boolean;
  readonly onlyFor: readonly string[] | null;
};

export async function setChannel(
  context: Context,
  wish: SetChannel,
): Promise<Outcome<{ isOn: boolean }, never>> {
  await insertChannelSwitch(context, wish);
  const { companyId, channel, isOn, onlyFor } = wish;
  const facts = { channel, on: isOn ? 'on' : 'off', onlyFor: onlyFor?.join(' ') ?? 'all' };
  context.did({ what: 'channel switched', id: companyId, facts });
  return accept({ isOn });
}
