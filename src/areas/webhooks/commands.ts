/** `dunlin webhooks`: endpoints of other programs, for whoever works at the server. */
import { parseId } from '#kernel/ids.ts';
import { type Refused, refuse } from '#kernel/outcome.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { newId } from '#platform/ids.ts';
import { isFit } from '#platform/outside/call.ts';
import { oneCompany } from '#areas/team/index.ts';
import { addEndpoint, changeEndpoint } from './actions/keep-endpoint.ts';
import { tryEndpoint } from './answers/deliver-next.ts';
import { newSecret, secretPurpose } from './answers/signature.ts';
import { sayTry, wireDelivery } from './answers/wire.ts';
import type { WireDelivery } from './contract.ts';
import { isOutsideEvent, type OutsideEvent, outsideEvents } from './rules/outside-events.ts';
import { deliveriesOf } from './store/deliveries.ts';
import { type Endpoint, endpointById, liveEndpoints } from './store/endpoints.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  name: { type: 'string' },
  url: { type: 'string' },
  events: { type: 'string' },
  company: { type: 'string' },
  reason: { type: 'string', default: 'asked for on the command line' },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [verb = 'list', wanted] = positionals;
  switch (verb) {
    case 'list':
      return list(desk, values);
    case 'events':
      for (const event of outsideEvents) desk.print(event);
      return 0;
    case 'add':
      return add(desk, values);
    case 'pause':
      return change(desk, values, wanted, 'paused');
    case 'resume':
      return change(desk, values, wanted, 'on');
    case 'end':
      return change(desk, values, wanted, 'ended');
    case 'test':
      return test(desk, values, wanted);
    case 'deliveries':
      return deliveries(desk, values, wanted);
    default:
      throw new WrongUsage({
        en: `webhooks takes list, events, add, test …; not "${verb}"`,
        es: `webhooks lleva list, events, add, test …; no «${verb}»`,
      });
  }
}

async function list(desk: CliDesk, { json, csv }: Values): Promise<Exit> {
  const rows = (await liveEndpoints(desk.db)).map(listed);
  if (json) desk.print(JSON.stringify({ rows }));
  else if (csv || rows.length > 0) desk.print((csv ? csvTable : textTable)(columns(desk), rows));
  else desk.print(text(desk, 'empty'));
  return 0;
}

async function add(desk: CliDesk, values: Values): Promise<Exit> {
  const { name, url, company, reason, json } = values;
  if (name === undefined || url === undefined)
    throw new WrongUsage({ en: 'add takes --name and --url', es: 'add lleva --name y --url' });
  const events = eventsOf(values.events);
  if (desk.seal === undefined) return complain(desk, refuse('webhooks.no_key'));
  if (!isFit(url, desk.insideHosts ?? [])) {
    return complain(desk, refuse('webhooks.address_unfit'));
  }
  const companyId = company === undefined ? null : (await oneCompany(desk, company)).companyId;
  const [endpointId, secret] = [newId(), newSecret()];
  const sealed = desk.seal.close(secret, secretPurpose(endpointId));
  const input = { name, url, events };
  const doing = { action: 'webhooks.add_endpoint', actor: desk.actor, reason, input };
  const done = await perform(desk, doing, (context) =>
    addEndpoint(context, { ...input, endpointId, companyId, sealed }),
  );
  if (!done.ok) return complain(desk, done);
  if (json) desk.print(JSON.stringify({ endpointId, secret }));
  else {
    desk.print(endpointId);
    desk.print(say(words, 'webhooks.secret', { secret }, desk.language));
  }
  return 0;
}

/** All of them where none is named. */
function eventsOf(said: string | undefined): readonly OutsideEvent[] {
  if (said === undefined) return outsideEvents;
  return said.split(',').map((each) => {
    const name = each.trim();
    if (isOutsideEvent(name)) return name;
    throw new WrongUsage({
      en: `--events takes names of "dunlin webhooks events", not "${name}"`,
      es: `--events lleva nombres de «dunlin webhooks events», no «${name}»`,
    });
  });
}

async function change(
  desk: CliDesk,
  { reason }: Values,
  wanted: string | undefined,
  state: Endpoint['state'],
): Promise<Exit> {
  const { endpointId } = await named(desk, wanted);
  const input = { endpointId, state };
  const doing = { action: 'webhooks.change_endpoint', actor: desk.actor, reason, input };
  const done = await perform(desk, doing, (context) =>
    changeEndpoint(context, endpointId, { state }),
  );
  if (!done.ok) return complain(desk, done);
  desk.print(text(desk, 'changed'));
  return 0;
}

async function test(desk: CliDesk, { json }: Values, wanted: string | undefined): Promise<Exit> {
  const made = await tryEndpoint(desk, await named(desk, wanted), newId());
  const says = sayTry(made, desk.language);
  desk.print(json ? JSON.stringify({ ...made, says }) : says);
  return made.problem === null ? 0 : 1;
}

const mostDeliveries = 500;

async function deliveries(
  desk: CliDesk,
  { json, csv }: Values,
  wanted: string | undefined,
): Promise<Exit> {
  const { endpointId } = await named(desk, wanted);
  const found = await deliveriesOf(desk.db, endpointId, mostDeliveries);
  const rows = found.map((row) => wireDelivery(row, desk.language));
  if (json) desk.print(JSON.stringify({ rows }));
  else desk.print((csv ? csvTable : textTable)(deliveryColumns(desk), rows));
  return 0;
}

/** By its id, or by a name that only one has. */
async function named({ db }: CliDesk, wanted: string | undefined): Promise<Endpoint> {
  if (wanted === undefined) {
    throw new WrongUsage({
      en: 'name a webhook by its id or its name',
      es: 'nombre un webhook por su id o su nombre',
    });
  }
  const endpointId = parseId(wanted);
  const found =
    endpointId === undefined
      ? (await liveEndpoints(db)).filter(({ name }) => name === wanted)
      : [await endpointById(db, endpointId)];
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new WrongUsage({
      en: `"${wanted}" is ${found.length > 1 ? 'several webhooks' : 'no webhook'}`,
      es: `«${wanted}» ${found.length > 1 ? 'son varios webhooks' : 'no es ningún webhook'}`,
    });
  }
  return only;
}

type Listed = Pick<Endpoint, 'endpointId' | 'name' | 'url' | 'events' | 'state'>;

/** Without its secret, sealed or not. */
function listed({ endpointId, name, url, events, state }: Endpoint): Listed {
  return { endpointId, name, url, events, state };
}

function columns(desk: CliDesk): Column<Listed>[] {
  return [
    { title: 'id', text: (row) => row.endpointId },
    { title: text(desk, 'name'), text: (row) => row.name },
    { title: text(desk, 'state'), text: (row) => row.state },
    { title: text(desk, 'url'), text: (row) => row.url },
    { title: text(desk, 'events'), text: (row) => row.events.join(' ') },
  ];
}

function deliveryColumns(desk: CliDesk): Column<WireDelivery>[] {
  return [
    { title: text(desk, 'at'), text: (row) => row.at },
    { title: text(desk, 'event'), text: (row) => row.event },
    { title: text(desk, 'state'), text: (row) => row.state },
    { title: text(desk, 'tries'), right: true, text: (row) => String(row.tries) },
    { title: text(desk, 'says'), text: (row) => row.says },
  ];
}

function complain(desk: CliDesk, { refusal, facts }: Refused<string>): Exit {
  desk.complain(say(words, refusal, facts, desk.language));
  return 1;
}

function text(desk: CliDesk, name: string): string {
  return say(words, `webhooks.${name}`, {}, desk.language);
}

export const webhookCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'webhooks',
    usage:
      '[list | events | add --name TEXT --url URL [--events A,B] [--company CODE] | test NAME | ' +
      'deliveries NAME | pause NAME | resume NAME | end NAME] [--reason TEXT] [--json | --csv]',
    summary: words['command.webhooks'],
    run,
  },
];
