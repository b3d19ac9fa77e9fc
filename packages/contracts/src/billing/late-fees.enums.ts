/** What becomes of the days of grace once they are over (BIL-51). */
export const gracePolicyLabels = {
  FREE: "宽限期内的天数不计违约金",
  COUNTED: "过了宽限期，从应缴日次日起计",
} as const;
export type GracePolicy = keyof typeof gracePolicyLabels;
