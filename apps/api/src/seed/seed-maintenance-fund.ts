import ExcelJS from "exceljs";
import type { DataSource } from "typeorm";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  db: DataSource;
  finance: DemoClient;
  today: string;
}

/** The statement of the fund's special account, a few households low, and the repair of a roof shared in one building. */
export async function seedMaintenanceFund({ db, finance, today }: Tools, projectId: string): Promise<void> {
  const rooms = await db.query<{ code: string; yuan: number; building: string }[]>(
    `SELECT r.code, round(r.building_area * 85, 2)::float AS yuan, u.building_id AS building
       FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
      WHERE r.project_id = $1 AND r.active AND r.purpose = 'RESIDENCE' ORDER BY r.code`,
    [projectId],
  );
  const workbook = new ExcelJS.Workbook();
  const rows = rooms.map(({ code, yuan }, index) => {
    const used = index % 40 === 7 ? Math.round(yuan * 0.8) : 0;
    return [code, yuan, 0, Math.round(yuan * 0.043), 0, used];
  });
  workbook.addWorksheet("分户账").addRows([["房号", "首期交存", "续交", "利息收益", "转入转出", "已使用"], ...rows]);
  const at = `/projects/${projectId}/maintenance-fund`;
  const statement = new URLSearchParams({ id: newId(), statedOn: today, referenceNo: "WXZJ-2026-Q1" });
  const content = Buffer.from(await workbook.xlsx.writeBuffer());
  await finance.upload(`${at}/statements?${statement.toString()}`, "专户对账单.xlsx", content);
  await finance.post(`${at}/uses`, {
    id: newId(),
    buildingIds: [rooms[0]!.building],
    amountFen: 4_860_000,
    title: "屋面防水维修",
    bookedOn: today,
    decidedOn: today,
    party: "江州宏固防水工程有限公司",
    referenceNo: "江维备〔2026〕16号",
    selfPay: true,
  });
}
