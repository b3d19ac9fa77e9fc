import type { DataSource } from "typeorm";
import { firstDay } from "../common/calendar.js";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  db: DataSource;
  finance: DemoClient;
  today: string;
}

/** A price that came late: the bills of the month compared with it, and handed in (BIL-13). */
export async function seedRecalculation({ db, finance, today }: Tools, projectId: string): Promise<void> {
  const at = `/projects/${projectId}`;
  const period = today.slice(0, 7);
  const [rate] = await db.query<{ id: string; feeItemId: string }[]>(
    `SELECT id, fee_item_id AS "feeItemId" FROM rate WHERE project_id = $1 AND name = '储藏间'`,
    [projectId],
  );
  const { id, feeItemId } = rate!;
  const version = { startsOn: firstDay(period), unitPrice: "0.70", inBilledTime: true };
  await finance.post(`${at}/rates/${id}/versions`, version);
  const { recalculationId } = await finance.run<{ jobId: string; recalculationId: string }>(
    projectId,
    `${at}/recalculations`,
    {
      feeItemIds: [feeItemId],
      fromPeriod: period,
      toPeriod: period,
      rooms: { purposes: ["STORAGE"] },
      reason: "储藏间新标准自本月起执行，通知晚到",
    },
  );
  await finance.post(`${at}/recalculations/${recalculationId}/submit`);
}
