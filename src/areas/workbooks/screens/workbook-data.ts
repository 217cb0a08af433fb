/** The queries of the workbooks' screens. */
export const uploadsKey = ['workbooks', 'uploads'] as const;

export function reviewKey(uploadId: string): readonly string[] {
  return ['workbooks', 'review', uploadId];
}
