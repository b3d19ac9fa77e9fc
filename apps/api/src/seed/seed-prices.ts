import type { RoomPurpose } from "@linli/contracts";
import type { CommunityPlan } from "./communities.js";
import type { DemoClient } from "./demo-client.js";

interface RatePlan {
  name: string;
  base: "AREA" | "HOUSEHOLD";
  unitPrice: string;
  purposes: RoomPurpose[];
}

const items = (plan: CommunityPlan) => [
  {
    item: {
      code: "WY",
      name: "物业服务费",
      kind: "REGULAR",
      incomeClass: "PROPERTY",
      collectedForOthers: false,
      unit: "元/m²·月",
      taxCode: "3040801010000000000",
      taxRate: "6",
      sort: 1,
    },
    rates: [
      { name: "住宅", base: "AREA", unitPrice: plan.propertyPrice, purposes: ["RESIDENCE"] },
      { name: "商铺", base: "AREA", unitPrice: "4.50", purposes: ["SHOP"] },
      { name: "储藏间", base: "AREA", unitPrice: "0.60", purposes: ["STORAGE"] },
    ] satisfies RatePlan[],
  },
  {
    item: {
      code: "NH",
      name: "公共能耗费",
      kind: "REGULAR",
      incomeClass: "PROPERTY",
      collectedForOthers: false,
      unit: "元/m²·月",
      taxCode: "3040801010000000000",
      taxRate: "6",
      sort: 2,
    },
    rates: [
      { name: "住宅与商铺", base: "AREA", unitPrice: "0.15", purposes: ["RESIDENCE", "SHOP"] },
    ] satisfies RatePlan[],
  },
  {
    item: {
      code: "LJ",
      name: "生活垃圾清运费",
      kind: "REGULAR",
      incomeClass: "PROPERTY",
      collectedForOthers: true,
      supplierName: "江州市环境卫生管理处",
      unit: "元/户·月",
      sort: 3,
    },
    rates: [{ name: "按户", base: "HOUSEHOLD", unitPrice: "6.00", purposes: ["RESIDENCE"] }] satisfies RatePlan[],
  },
  {
    item: {
      code: "ZXLJ",
      name: "装修垃圾清运费",
      kind: "ONE_OFF",
      incomeClass: "PROPERTY",
      collectedForOthers: false,
      unit: "元/车",
      remark: "每车 300 元，按清运单",
      taxRate: "6",
      sort: 8,
    },
    rates: [],
  },
];

/** Fee items, rates and their bindings to all rooms they are for; shops bear late fees by the scheme. */
export async function seedPrices(
  manager: DemoClient,
  projectId: string,
  plan: CommunityPlan,
  since: string,
  lateFeeSchemeId?: string,
): Promise<void> {
  const at = `/projects/${projectId}`;
  for (const { item, rates } of items(plan)) {
    const { id: feeItemId } = await manager.post<{ id: string }>(`${at}/fee-items`, { ...item, active: true });
    for (const { name, base, unitPrice, purposes } of rates) {
      const terms = {
        cycle: "MONTH",
        timing: "PREPAID",
        proration: "ACTUAL_DAYS",
        changePolicy: "SPLIT_DAYS",
        areaKind: "CHARGE",
      };
      const rounding = { roundingMode: "HALF_UP", roundingUnit: "0.01", dueRule: "DAY_OF_MONTH", dueDays: 20 };
      const lateFee = name === "商铺" && lateFeeSchemeId ? { lateFee: "SCHEME", lateFeeSchemeId } : {};
      const version = { startsOn: "2021-01-01", unitPrice, ...lateFee };
      const legalBasis = item.collectedForOthers ? "按市环境卫生部门公布的标准代收" : "前期物业服务合同附件二";
      const { id: rateId } = await manager.post<{ id: string }>(`${at}/rates`, {
        feeItemId,
        name,
        base,
        ...terms,
        ...rounding,
        legalBasis,
        version,
      });
      await manager.post(`${at}/bindings`, { rateId, rooms: { purposes }, startsOn: since });
    }
  }
}
