/** Escalations as the API and `dunlin escalations --json` write them. */
import type { Id } from '#kernel/ids.ts';
import type { WireEscalation } from '../contract.ts';
import type { Escalation } from '../store/escalations.ts';

export function wireEscalation(found: Escalation, reader: Id | null): WireEscalation {
  const { escalationId, accountId, account, name, desk, asker, addressee, question } = found;
  const { askedOn, dueOn, state, answer, packet } = found;
  return {
    escalationId,
    accountId,
    account,
    name,
    desk,
    asker,
    addressee,
    question,
    askedOn,
    dueOn,
    state,
    turn: turnOf(found, reader),
    answer: answer && { ...answer },
    packet: {
      status: packet.status,
      owner: packet.owner,
      owed: [...packet.owed],
      contacts: packet.contacts.map(({ on, phrase, facts, text }) => {
        return { on, said: phrase, facts: { ...facts }, text };
      }),
      promises: [...packet.promises],
      disputes: [...packet.disputes],
    },
  };
}

function turnOf(found: Escalation, reader: Id | null): WireEscalation['turn'] {
  if (found.state === 'open' && found.toMember === reader) return 'answer';
  if (found.askedBy !== reader) return null;
  if (found.state === 'open') return 'withdraw';
  return found.state === 'answered' ? 'read' : null;
}
