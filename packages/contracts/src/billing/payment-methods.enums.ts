import { methodsWithReference, type PaymentMethod } from "./billing.enums.js";

/** Whether a slip's number is asked for (BIL-70). */
export const referenceRuleLabels = { NONE: "不填", OPTIONAL: "可填", REQUIRED: "必填" } as const;
export type ReferenceRule = keyof typeof referenceRuleLabels;

export const referenceFormatLabels = { ANY: "不限", DIGITS: "只能是数字", ALNUM: "数字和字母" } as const;
export type ReferenceFormat = keyof typeof referenceFormatLabels;

/** What a project says about a method of paying. */
export interface MethodRules {
  enabled: boolean;
  reference: ReferenceRule;
  referenceFormat: ReferenceFormat;
  /** Exact number of characters; null for any. */
  referenceLength: number | null;
  refundable: boolean;
}

/** What holds until a project says otherwise. */
export const defaultMethodRules = (method: PaymentMethod): MethodRules => ({
  enabled: true,
  reference: methodsWithReference.includes(method)
    ? "REQUIRED"
    : method === "CASH" || method === "PREPAYMENT"
      ? "NONE"
      : "OPTIONAL",
  referenceFormat: "ANY",
  referenceLength: null,
  refundable: method !== "PREPAYMENT",
});

const formats: Record<ReferenceFormat, RegExp> = { ANY: /^/, DIGITS: /^\d+$/, ALNUM: /^[A-Za-z0-9]+$/ };

/** What is wrong with a slip's number, in words after the method's name; null when nothing is. */
export function referenceFault(rules: MethodRules, referenceNo: string | null | undefined): string | null {
  const text = referenceNo?.trim() ?? "";
  if (text === "") return rules.reference === "REQUIRED" ? "请填写凭证号" : null;
  if (rules.reference === "NONE") return "不需要填写凭证号";
  if (!formats[rules.referenceFormat].test(text)) return `凭证号${referenceFormatLabels[rules.referenceFormat]}`;
  if (rules.referenceLength !== null && text.length !== rules.referenceLength)
    return `凭证号应为 ${rules.referenceLength} 位`;
  return null;
}
