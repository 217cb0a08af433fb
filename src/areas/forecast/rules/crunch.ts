/** What a night computes in a thread of its own: see platform/process/off-loop.ts. */
export { groundOf, learnWithGround } from './learn-book.ts';
export { predictPart } from './predict-part.ts';
