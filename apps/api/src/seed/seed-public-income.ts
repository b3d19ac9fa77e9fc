import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

/** The advertising spaces in the lifts: what was left from before, a cost and a use by decision of the owners. */
export async function seedPublicIncome(
  { manager, finance, today }: { manager: DemoClient; finance: DemoClient; today: string },
  projectId: string,
): Promise<void> {
  const at = `/projects/${projectId}`;
  const { id: feeItemId } = await manager.post<{ id: string }>(`${at}/fee-items`, {
    code: "GGSY",
    name: "电梯广告位",
    shortName: "广告位",
    kind: "ONE_OFF",
    incomeClass: "PUBLIC",
    collectedForOthers: false,
    unit: "项",
    taxRate: "9",
    sort: 9,
    active: true,
  });
  const entries = [
    { kind: "OPENING", amountFen: 3_680_000, party: "上年度公示结余", purpose: "启用系统以前的结余" },
    {
      kind: "COST",
      amountFen: 126_000,
      party: "江州亮彩广告制作部",
      purpose: "广告框更换与维护",
      referenceNo: "FP20260018",
    },
    { kind: "USE", amountFen: 1_500_000, party: "住宅专项维修资金专户", purpose: "按业主大会决议补充维修资金" },
  ];
  for (const entry of entries)
    await finance.post(`${at}/public-income/entries`, { id: newId(), feeItemId, bookedOn: today, ...entry });
}
