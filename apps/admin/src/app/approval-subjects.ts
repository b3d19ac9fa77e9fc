import { type ApprovalKind, areaChangeFileLabels, type Permission } from "@linli/contracts/enums";

/**
 * The page of the thing an approval is about, by `subjectType`. A feature whose requests are about something else than
 * a room or a customer is named here once.
 */
export const approvalSubjectPages: Readonly<Record<string, (subjectId: string) => string>> = {
  room: (id) => `property/rooms/${id}?tab=basic`,
  vacancy: (id) => `billing/vacancies?vacancy=${id}`,
  "payment-plan": (id) => `billing/payment-plans?plan=${id}`,
  recalculation: (id) => `billing/recalculations/${id}`,
  waiver: (id) => `billing/waivers?waiver=${id}`,
  receipt: (id) => `billing/receipts/${id}`,
  "refund-request": (id) => `billing/refund-requests?request=${id}`,
  "write-off": (id) => `billing/write-offs?writeOff=${id}`,
  opening: (id) => `billing/openings/${id}`,
  restructure: (id) => `property/restructures/${id}`,
  customer: (id) => `customer/customers/${id}`,
  period: () => "billing/period-seals",
  "archive-export": (id) => `billing/archives/${id}`,
  transfer: (id) => `customer/transfers/${id}`,
};

/** Requests that come with papers: the kind of thing these belong to, what they are, and who may change them. */
export const approvalFiles: Partial<
  Record<ApprovalKind, { ownerType: string; kinds: Readonly<Record<string, string>>; write: Permission }>
> = {
  "room.areas": { ownerType: "area-change", kinds: areaChangeFileLabels, write: "property:areas" },
};
