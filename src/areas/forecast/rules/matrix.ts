/**
 * Rows of features, one behind the other. Single precision is more than any feature is worth,
 * and half the memory of a night's lesson; whoever predicts rounds as whoever learnt.
 */
export type Matrix = Float32Array;
