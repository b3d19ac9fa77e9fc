/**
 * The page of the thing an approval is about, by `subjectType`. A feature whose requests are about something else than
 * a room or a customer is named here once.
 */
export const approvalSubjectPages: Readonly<Record<string, (subjectId: string) => string>> = {
  room: (id) => `property/rooms/${id}?tab=basic`,
  waiver: (id) => `billing/waivers?waiver=${id}`,
  "refund-request": (id) => `billing/refund-requests?request=${id}`,
  restructure: (id) => `property/restructures/${id}`,
  customer: (id) => `customer/customers/${id}`,
  period: () => "billing/period-seals",
  transfer: (id) => `customer/transfers/${id}`,
};
