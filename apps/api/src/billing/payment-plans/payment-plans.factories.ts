import type { RequestPaymentPlanDto } from "@linli/contracts";
import type { TestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aLateFeeDesk } from "../late-fees/late-fees.factories.js";
import { aReceipt } from "../receipts.factories.js";

/** A desk with late fees of 0.05 % a day, somebody who asks for plans and somebody who decides. */
export async function aPlanDesk(app: TestApp) {
  const desk = await aLateFeeDesk(app);
  const director = await app.as(["property:read", "billing:read", "billing:approve-waiver"], desk.projectId, "经理");
  const at = `${desk.url}/payment-plans`;
  const owed = (amountFen: number, period = "2026-02", dueOn = "2026-02-28") =>
    desk.charged(amountFen, period, { dueOn });
  const ask = (body: object) => desk.manager.post(at, body);
  const approve = (approvalId: string) => director.post(`${desk.url}/approvals/${approvalId}/approve`, {});
  return {
    ...desk,
    director,
    at,
    owed,
    ask,
    approve,
    /** Asked for and approved today. */
    agreed: async (charges: { id: string }[], instalments: [dueOn: string, amountFen: number][]) => {
      const asked = await ask(aPlan(charges, instalments));
      if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
      const decided = await approve(asked.body.approvalId);
      if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
      return asked.body.id as string;
    },
    one: async (id: string) => (await desk.cashier.get(`${at}/${id}`)).body,
    pay: (charge: { id: string }, openFen: number) =>
      desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [{ id: charge.id, openFen }])),
    lateFee: async (asOf: string) =>
      (await desk.cashier.get(`${desk.url}/late-fees?payerId=${desk.owner.id}&asOf=${asOf}`)).body.totalFen as number,
  };
}

/** The body of a request. */
export const aPlan = (
  charges: { id: string }[],
  instalments: [dueOn: string, amountFen: number][],
  overrides: object = {},
): RequestPaymentPlanDto => ({
  id: newId(),
  reason: "失业，申请分期",
  chargeIds: charges.map(({ id }) => id),
  instalments: instalments.map(([dueOn, amountFen]) => ({ dueOn, amountFen })),
  ...overrides,
});
