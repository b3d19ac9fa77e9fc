import type { Page } from "@playwright/test";
import { apiOf } from "./sign-in";

type Id = { id?: unknown };

/**
 * A new community of its own for a story, with one building and unit, and what is put into it over the API. What a story
 * does not tell is filled in.
 */
export async function aCommunity(page: Page, shortName: string, firstPeriod = "2026-01") {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const name = `${shortName}物业服务中心${Date.now()}`;
  const project = await company.post("/projects", { name, shortName, firstPeriod, timeZone: "Asia/Shanghai" });
  const base = `/projects/${String(project.id)}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const building = await manager.post(`${base}/buildings`, { code: "1", name: "1栋", kind: "RESIDENTIAL", floors: 6 });
  const unit = await manager.post(`${base}/units`, { buildingId: building.id, code: "1", name: "1单元" });
  return {
    /** Where its pages begin, and its part of the API. */
    at: `/p/${String(project.id)}`,
    base,
    manager,
    room: (overrides: object = {}) =>
      manager.post(`${base}/rooms`, {
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
        ...overrides,
      }),
    owner: (room: Id, overrides: object = {}) =>
      manager.post(`${base}/customers`, {
        name: "顾清川",
        kind: "PERSON",
        sex: "MALE",
        idType: "PASSPORT",
        idNumber: `E${String(Date.now()).slice(-8)}`,
        registeredPlace: "江苏省江州市",
        mobile: "13900001357",
        emergencyName: "李娜",
        emergencyPhone: "13900000009",
        roomId: room.id,
        role: "OWNER",
        startsOn: `${firstPeriod}-01`,
        ...overrides,
      }),
    /** 物业服务费 by the charged area, month by month, cut by days when something changes. */
    areaRate: async (version: { startsOn: string; unitPrice: string }) => {
      const item = await manager.post(`${base}/fee-items`, {
        code: "WY",
        name: "物业服务费",
        kind: "REGULAR",
        incomeClass: "PROPERTY",
        collectedForOthers: false,
        unit: "元/m²·月",
        sort: 1,
        active: true,
      });
      const rate = await manager.post(`${base}/rates`, {
        feeItemId: item.id,
        name: "住宅",
        base: "AREA",
        areaKind: "CHARGE",
        cycle: "MONTH",
        timing: "PREPAID",
        proration: "ACTUAL_DAYS",
        changePolicy: "SPLIT_DAYS",
        roundingMode: "HALF_UP",
        roundingUnit: "0.01",
        dueRule: "DAY_OF_MONTH",
        dueDays: 20,
        version,
      });
      return { id: rate.id, feeItemId: item.id };
    },
  };
}
