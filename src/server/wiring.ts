/**
 * Who reacts to whom, and what is done by the clock: the only place that says so.
 *
 * An area tells its news without knowing who listens; here its event's name meets the
 * reaction of another area. A line here is `{ event, listener, hear }`, see events/listener.ts.
 */
import type { Listener } from '#platform/events/listener.ts';
import type { Job } from '#platform/jobs/job.ts';

export const listeners: readonly Listener[] = [];

export const jobs: readonly Job[] = [];
