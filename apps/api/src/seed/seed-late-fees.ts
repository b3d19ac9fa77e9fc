import type { DemoClient } from "./demo-client.js";

/** Late fee schemes that standards may choose: one by day, one by month. */
export interface LateFeeSchemes {
  byDay: string;
  byMonth: string;
}

/** Late fees for what standards choose them for (BIL-04, BIL-50); households bear none. */
export async function seedLateFees(
  { manager }: { manager: DemoClient },
  projectId: string,
  startsOn: string,
): Promise<LateFeeSchemes> {
  const at = `/projects/${projectId}`;
  const item = { code: "WYJ", name: "违约金", kind: "ONE_OFF", unit: "元", taxRate: "6", sort: 9 };
  const { id: feeItemId } = await manager.post<{ id: string }>(`${at}/fee-items`, {
    ...item,
    incomeClass: "PROPERTY",
    collectedForOthers: false,
    active: true,
  });
  const terms = { feeItemId, chargedItemIds: [], capShare: "0.3", startsOn };
  const scheme = async (body: object) =>
    (await manager.post<{ id: string }>(`${at}/late-fee-schemes`, { ...terms, ...body })).id;
  return {
    byDay: await scheme({ name: "商铺按日", graceDays: 10, gracePolicy: "COUNTED", dailyRate: "0.0003" }),
    byMonth: await scheme({
      name: "车位按月",
      unit: "MONTH_FULL",
      graceDays: 0,
      gracePolicy: "FREE",
      monthlyRate: "0.01",
    }),
  };
}
