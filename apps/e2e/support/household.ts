import type { Page } from "@playwright/test";
import { apiOf } from "./sign-in";

/** Today where the communities lie, YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

/** One room with its owner in a new community that bills since this month, for stories about money. */
export async function aHousehold(page: Page, shortName: string) {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const period = today().slice(0, 7);
  const project = await company.post("/projects", {
    name: `${shortName}物业服务中心${Date.now()}`,
    shortName,
    firstPeriod: period,
  });
  const base = `/projects/${String(project.id)}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const building = await manager.post(`${base}/buildings`, { code: "1", name: "1栋", kind: "RESIDENTIAL", floors: 6 });
  const unit = await manager.post(`${base}/units`, { buildingId: building.id, code: "1", name: "1单元" });
  const room = await manager.post(`${base}/rooms`, {
    unitId: unit.id,
    code: "1-1-101",
    name: "101室",
    floor: 1,
    buildingArea: "94.56",
    chargeArea: "94.56",
    layout: "三室两厅",
    orientation: "S",
    purpose: "RESIDENCE",
    state: "OCCUPIED",
  });
  const owner = await manager.post(`${base}/customers`, {
    name: "顾清川",
    kind: "PERSON",
    sex: "MALE",
    idType: "PASSPORT",
    idNumber: `E${String(Date.now()).slice(-8)}`,
    registeredPlace: "广东省深圳市",
    mobile: "13900001357",
    emergencyName: "李娜",
    emergencyPhone: "13900000009",
    roomId: room.id,
    role: "OWNER",
    startsOn: `${period}-01`,
  });
  return {
    at: `/p/${String(project.id)}`,
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
