/** What is billed, compared and discounted by itself: a fee item of a room, or of one thing of it. */
export interface Service {
  objectId: string | null;
  feeItemId: string;
}

/** The key of a service within its room. */
export const serviceOf = ({ objectId, feeItemId }: Service): string =>
  objectId === null ? feeItemId : `${objectId}${feeItemId}`;
