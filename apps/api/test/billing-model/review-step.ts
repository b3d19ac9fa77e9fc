import { drawn, oneOf, step } from "./step.js";
import { agreed } from "./town.js";

/** Somebody who did not take the money has looked at a receipt (审核收款单); it stays reviewed. */
export const review = step("review", drawn, {
  can: ({ receipts }) => receipts.some(({ id }) => id !== null),
  does: async (model, { at, reviewer }, which) => {
    const receipt = oneOf(
      model.receipts.filter(({ id }) => id !== null),
      which,
    );
    const reasons = [
      ...(receipt.isReviewable ? [] : ["NEEDS_NO_REVIEW"]),
      ...(receipt.takenBy === "reviewer" ? ["SAME_PERSON"] : []),
      ...(receipt.isReviewed ? ["RECEIPT_REVIEWED"] : []),
    ];
    if (agreed(await reviewer.post(`${at}/receipt-reviews`, { receiptIds: [receipt.id] }), reasons))
      receipt.isReviewed = true;
  },
});
