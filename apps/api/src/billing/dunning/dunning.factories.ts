import type { SaveDunningLevelDto } from "@linli/contracts";
import type { TestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { savedCharge } from "../billing.factories.js";
import { aLateFeeDesk } from "../late-fees/late-fees.factories.js";
import { aDesk, type Desk } from "../receipts.factories.js";

/** The body of a level: 书面催款 after thirty days. */
export const aLevel = (overrides: Partial<SaveDunningLevelDto> = {}): SaveDunningLevelDto => ({
  levelOrder: 1,
  name: "书面催款",
  daysOverdue: 30,
  minAmountFen: 1_000,
  channel: "NOTICE",
  text: "{客户}：您的{房号}欠缴 {欠费} 元，违约金 {违约金} 元，请于 {期限} 前缴清 {合计} 元。",
  daysToNext: 15,
  active: true,
  ...overrides,
});

/** A project whose item bears 0.05 % a day, people who dun and who set up, and a level of one's own. */
export async function aDunning(app: TestApp, level: Partial<SaveDunningLevelDto> = {}) {
  const desk = await aLateFeeDesk(app);
  return { ...desk, ...(await dunningOf(app, desk, level)) };
}

/** The same without late fees. */
export async function aPlainDunning(app: TestApp, level: Partial<SaveDunningLevelDto> = {}) {
  const desk = await aDesk(app, { firstPeriod: "2023-01" });
  return { ...desk, ...(await dunningOf(app, desk, level)) };
}

async function dunningOf(app: TestApp, desk: Desk, level: Partial<SaveDunningLevelDto>) {
  const clerk = await app.as(["billing:read", "billing:dun", "property:read"], desk.projectId, "客服李");
  const settings = await app.as(["billing:read", "project:settings"], desk.projectId, "经理");
  const made = await settings.post(`${desk.url}/dunning-levels`, aLevel(level));
  if (made.status !== 204) throw new Error(JSON.stringify(made.body));
  const { items } = (await clerk.get(`${desk.url}/dunning-levels`)).body;
  const levelId = items[0].id as string;
  const at = `${desk.url}/dunning-cases/${desk.room.id}/${desk.owner.id}`;
  const preview = (scope: object = {}) => clerk.post(`${desk.url}/dunning-batches/preview`, { levelId, ...scope });
  return {
    clerk,
    settings,
    levelId,
    at,
    preview,
    /** Another household that owes so much. */
    household: async (amountFen: number, period = "2026-01") => {
      const room = await savedRoom(app, desk.projectId);
      const owner = await savedOwner(app, room);
      const charge = await savedCharge(app, room, {
        payerId: owner.id,
        feeItemId: desk.feeItem.id,
        amountFen,
        period,
        serviceFrom: `${period}-01`,
        serviceTo: `${period}-28`,
        dueOn: `${period}-20`,
        source: "MANUAL",
      });
      return { room, owner, charge, at: `${desk.url}/dunning-cases/${room.id}/${owner.id}` };
    },
    /** Previews and issues at once. */
    issue: async (scope: object = {}, id = newId()) => {
      const { fingerprint } = (await preview(scope)).body;
      return clerk.post(`${desk.url}/dunning-batches`, { id, levelId, ...scope, fingerprint });
    },
    one: async () => (await clerk.get(at)).body,
  };
}
