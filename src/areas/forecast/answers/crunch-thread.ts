/** The thread in which a night's arithmetic is done, beside the server. */
import { answerCalls } from '#platform/process/off-loop-thread.ts';
import * as crunch from '../rules/crunch.ts';

answerCalls(crunch);
