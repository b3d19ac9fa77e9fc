/** UPHELD: the days of the dispute bear no late fee. DISMISSED: they bear it as if there had been no dispute (BIL-54). */
export const disputeOutcomeLabels = {
  UPHELD: "争议成立，期间不计违约金",
  DISMISSED: "争议不成立，期间照计违约金",
} as const;
export type DisputeOutcome = keyof typeof disputeOutcomeLabels;
