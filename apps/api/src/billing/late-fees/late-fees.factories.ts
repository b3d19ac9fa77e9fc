import type { TestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk } from "../receipts.factories.js";

/** A desk whose fee item bears late fees: 0.05 % a day without grace, since 2026. */
export async function aLateFeeDesk(app: TestApp, terms: object = {}) {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const manager = await app.as(["billing:read", "billing:rates", "billing:waive"], desk.projectId, "收费主管");
  const lateItem = await savedFeeItem(app, desk.projectId, { name: `违约金${newId()}`, kind: "ONE_OFF" });
  const scheme = {
    name: "物业费违约金",
    feeItemId: lateItem.id,
    chargedItemIds: [desk.feeItem.id],
    graceDays: 0,
    gracePolicy: "FREE",
    startsOn: "2026-01-01",
    dailyRate: "0.0005",
  };
  const made = await manager.post(`${desk.url}/late-fee-schemes`, { ...scheme, ...terms });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return { ...desk, manager, lateItem, scheme, schemeId: made.body.id as string };
}
