/**
 * A delivery report (RFC 3464): what became of a mail, box by box.
 *
 * Pure: it is handed the text of the `message/delivery-status` part and that of the returned
 * headers. The rule: an action it does not know is no failure, so nobody is cut off by a report
 * that only says "delayed".
 */
export type DsnAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

export type DsnRecipient = {
  readonly address: string;
  readonly action: DsnAction;
  /** RFC 3463: `5.1.1`; empty where the report has none. */
  readonly status: string;
  readonly diagnostic: string;
};

export type DeliveryReport = {
  readonly reporter: string;
  readonly recipients: readonly DsnRecipient[];
};

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** Reads the status part; recipients without a known action are left out. */
export function readDeliveryStatus(text: string): DeliveryReport {
  const blocks = text
    .replaceAll(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n/u)
    .map(fieldsOf)
    .filter((fields) => fields.size > 0);
  const reporter = blocks.map((fields) => fields.get('reporting-mta')).find(Boolean) ?? '';
  return {
    reporter: untyped(reporter),
    recipients: blocks.flatMap(recipientOf),
  };
}

/** The Message-ID of the mail that came back, from its returned headers; empty when it has none. */
export function returnedMessageId(headers: string): string {
  const text = headers.replaceAll(/\r\n?/gu, '\n').replaceAll(/\n[ \t]+/gu, ' ');
  return /^message-id:\s*(\S+)/imu.exec(text)?.[1] ?? '';
}

/** Does it come back for good? 5.x.x is for good, but a full box (x.2.2) may be emptied. */
export function isForGood({ action, status }: DsnRecipient): boolean {
  return action === 'failed' && !status.startsWith('4.') && !/^\d\.2\.2$/u.test(status);
}

function recipientOf(fields: ReadonlyMap<string, string>): DsnRecipient[] {
  const address = fields.get('final-recipient') ?? fields.get('original-recipient');
  const said = (fields.get('action') ?? '').toLowerCase().split(/\s/u)[0] ?? '';
  const action = actions.find((each) => each === said);
  if (address === undefined || action === undefined) return [];
  const status = /\d\.\d{1,3}\.\d{1,3}/u.exec(fields.get('status') ?? '')?.[0] ?? '';
  const diagnostic = untyped(fields.get('diagnostic-code') ?? '');
  return [{ address: bare(untyped(address)), action, status, diagnostic }];
}

/** `rfc822; ana@north.example`: what stands behind the type. */
function untyped(value: string): string {
  return value.replace(/^[\w-]+\s*;\s*/u, '').trim();
}

function bare(address: string): string {
  return address.replaceAll(/[<>]/gu, '').trim().toLowerCase();
}

/** Header fields of a block, folded lines joined; the first of a name counts. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of block.replaceAll(/\n[ \t]+/gu, ' ').split('\n')) {
    const match = /^([\w-]+):\s*(.*)$/u.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !found.has(name)) found.set(name, match?.[2]?.trim() ?? '');
  }
  return found;
}
