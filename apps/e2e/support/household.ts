import type { Page } from "@playwright/test";
import { aCommunity } from "./community";

/** Today where the communities lie, YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

/** One room with its owner in a new community that bills since this month, for stories about money. */
export async function aHousehold(page: Page, shortName: string) {
  const period = today().slice(0, 7);
  const { at, base, manager, ...made } = await aCommunity(page, shortName, period);
  const room = await made.room();
  const owner = await made.owner(room);
  return {
    at,
    base,
    period,
    roomId: String(room.id),
    ownerId: String(owner.id),
    manager,
    /** A fee item of this kind. */
    item: async (name: string, kind: string) => {
      const code = `F${Math.random().toString(36).slice(2, 8)}`;
      const more = { incomeClass: "PROPERTY", collectedForOthers: false, active: true };
      return String((await manager.post(`${base}/fee-items`, { code, name, kind, ...more })).id);
    },
    /** What the owner owes for an item, for this month. */
    charge: (feeItemId: string, amountFen: number) =>
      manager.post(`${base}/charges`, {
        id: crypto.randomUUID(),
        roomId: room.id,
        feeItemId,
        payerId: owner.id,
        amountFen,
        serviceFrom: `${period}-01`,
        serviceTo: `${period}-28`,
        dueOn: `${period}-01`,
        remark: "本月",
      }),
  };
}
