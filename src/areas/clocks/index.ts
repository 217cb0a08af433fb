/** What other areas' server code may call of the clocks: start, stop, rest, move. */
export { startClock } from './actions/start-clock.ts';
export { stopClock } from './actions/stop-clock.ts';
export { pauseClock, resumeClock } from './actions/pause-clock.ts';
export { moveClock } from './actions/move-clock.ts';
export { lapsedRequest } from './rules/lapsed.ts';
export { kindName } from './answers/wire.ts';
