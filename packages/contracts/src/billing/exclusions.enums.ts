/** Why a charge is left alone for now: no late fee, no dunning, no debit and no offset (BIL-54). */
export const chargeExclusionLabels = { DISPUTED: "有争议", IN_PLAN: "分期缓缴中" } as const;
export type ChargeExclusion = keyof typeof chargeExclusionLabels;
