/** Keeps remittances and settlement lines of a file, each once however many files hold it. */
import type { NeutralFile } from '#formats/neutral.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { newAmong } from '../rules/count-equals.ts';
import { remittanceIdentity, settlementIdentity } from '../rules/identity.ts';
import {
  insertRemittances,
  insertSettlements,
  remittancesKnown,
  settlementsKnown,
} from '../store/advices.ts';

type AdviceFile = {
  readonly fileId: Id;
  readonly companyId: Id;
  readonly neutral: NeutralFile;
};

/** How many of them the file was first to bring. */
export async function takeAdvices(
  context: Context,
  file: AdviceFile,
): Promise<{ readonly added: number }> {
  const remittances = await takeRemittances(context, file);
  const settlements = await takeSettlements(context, file);
  return { added: remittances + settlements };
}

async function takeRemittances(context: Context, file: AdviceFile): Promise<number> {
  const things = file.neutral.remittances.map((thing) => ({
    thing,
    identity: hashed(remittanceIdentity(thing)),
  }));
  if (things.length === 0) return 0;
  const identities = things.map(({ identity }) => identity);
  const known = await remittancesKnown(context.tx, file.companyId, identities);
  const added = newAmong(things, known);
  await insertRemittances(
    context,
    file,
    added.map(({ thing, identity, occurrence }) => ({
      id: context.newId(),
      identity,
      occurrence,
      remittance: thing,
      currency: thing.total?.currency ?? thing.lines.find(({ paid }) => paid)?.paid?.currency ?? '',
    })),
  );
  return added.length;
}

async function takeSettlements(context: Context, file: AdviceFile): Promise<number> {
  const things = file.neutral.settlements.flatMap(({ processor, lines }) =>
    lines.map((line) => ({
      thing: { line, processor },
      identity: hashed(settlementIdentity(line, processor)),
    })),
  );
  if (things.length === 0) return 0;
  const identities = things.map(({ identity }) => identity);
  const known = await settlementsKnown(context.tx, file.companyId, identities);
  const added = newAmong(things, known);
  await insertSettlements(
    context,
    file,
    added.map(({ thing, identity, occurrence }) => ({
      id: context.newId(),
      identity,
      occurrence,
      ...thing,
    })),
  );
  return added.length;
}

function hashed(text: string): string {
  return fingerprint(new TextEncoder().encode(text));
}
