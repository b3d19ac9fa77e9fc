import type { InspectionDetailDto, SaveDefectDto, SaveInspectionTemplateDto } from "@linli/contracts";
import { addDays } from "../common/calendar.js";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";
import type { SeedClock } from "./seed-clock.js";
import type { SeededRoom } from "./seed-property.js";

const template: SaveInspectionTemplateDto = {
  name: "住宅通用模板",
  groups: [
    {
      name: "门窗",
      items: [
        { name: "入户门", standard: "开关灵活，锁具完好，无划痕" },
        { name: "窗扇", standard: "密封良好，无渗水" },
      ],
    },
    {
      name: "墙地面",
      items: [
        { name: "墙面", standard: "平整，无空鼓、无裂缝" },
        { name: "地面", standard: "平整，无起砂" },
      ],
    },
    {
      name: "厨卫",
      items: [
        { name: "地漏", standard: "排水通畅，无返味" },
        { name: "防水", standard: "闭水试验无渗漏" },
        { name: "水龙头", standard: "出水正常，无滴漏" },
      ],
    },
    {
      name: "水电",
      items: [
        { name: "配电箱", standard: "回路标识清楚，漏保有效" },
        { name: "对讲", standard: "通话清晰" },
      ],
    },
  ],
};

/** A failed item and the defect that explains it; days after the inspection. */
interface Fault {
  itemNo: number;
  place: string;
  description: string;
  severity: SaveDefectDto["severity"];
  contractor: string;
  days: number;
}

const faults: Fault[][] = [
  [
    {
      itemNo: 3,
      place: "主卧北墙",
      description: "空鼓约 0.3 平方米",
      severity: "MAJOR",
      contractor: "宏远装饰",
      days: 14,
    },
    {
      itemNo: 2,
      place: "客厅推拉窗",
      description: "密封条脱落，关闭不严",
      severity: "MINOR",
      contractor: "安居门窗",
      days: 60,
    },
  ],
  [
    {
      itemNo: 6,
      place: "主卫淋浴区",
      description: "闭水试验后楼下顶板有湿痕",
      severity: "SEVERE",
      contractor: "宏远装饰",
      days: 10,
    },
  ],
  [],
];

interface Tools {
  manager: DemoClient;
  clock: SeedClock;
  today: string;
}

/** One template and a few handover inspections: two with open defects of two contractors, one that passed. */
export async function seedInspections(
  { manager, clock, today }: Tools,
  projectId: string,
  rooms: readonly SeededRoom[],
): Promise<void> {
  const day = addDays(today, -40);
  const at = `/projects/${projectId}`;
  clock.set(day);
  await manager.post(`${at}/inspection-templates`, template);
  const inspected = rooms.filter(({ kind }) => kind === "RESIDENTIAL").slice(-faults.length);
  for (const [index, room] of inspected.entries()) {
    await inspect(manager, at, room.id, day, faults[index] ?? []);
  }
  clock.release();
}

async function inspect(client: DemoClient, at: string, roomId: string, day: string, found: Fault[]): Promise<void> {
  const head = { inspectedOn: day, inspectorName: "周宁", takerName: "房屋业主", takerRelation: "业主" };
  const begun = await client.post<InspectionDetailDto>(`${at}/inspections`, { ...head, roomId, begin: true });
  const failed = new Set(found.map(({ itemNo }) => itemNo));
  const saved = await client.put<InspectionDetailDto>(`${at}/inspections/${begun.id}`, {
    ...head,
    version: begun.version,
    items: begun.items.map(({ no }) => ({ no, result: failed.has(no) ? "FAIL" : "PASS" })),
    readings: [
      { kind: "WATER", meterNo: `W-${begun.number}`, reading: "3.5" },
      { kind: "POWER", meterNo: `D-${begun.number}`, reading: "12" },
    ],
    defects: found.map(({ days, ...defect }) => ({ ...defect, id: newId(), deadline: addDays(day, days) })),
  });
  await client.post(`${at}/inspections/${begun.id}/complete`, {
    version: saved.version,
    unsignedReason: "演示数据，业主在纸质验收单上签字",
  });
}
