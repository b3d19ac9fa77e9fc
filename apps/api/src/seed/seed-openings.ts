import ExcelJS from "exceljs";
import type { DataSource } from "typeorm";
import type { DemoClient } from "./demo-client.js";

const HEADERS = [
  "房屋",
  "收费项目",
  "缴费周期",
  "开始时间",
  "结束时间",
  "缴费时间",
  "应缴金额",
  "实缴金额",
  "收银员",
  "备注",
];
const ROOMS = 12;

interface Tools {
  db: DataSource;
  finance: DemoClient;
}

/** What some rooms paid the year before, as the system used before exported it. */
export async function seedOpenings({ db, finance }: Tools, projectId: string, firstPeriod: string): Promise<void> {
  const paid = await db.query<{ code: string; item: string; yuan: number; partYuan: number }[]>(
    `SELECT r.code, f.name AS item, round(r.charge_area * v.unit_price * 6, 2)::float AS yuan,
            round(r.charge_area * v.unit_price * 5, 2)::float AS "partYuan"
       FROM rate_binding b
       JOIN fee_item f ON f.project_id = b.project_id AND f.id = b.fee_item_id AND f.kind = 'REGULAR'
       JOIN rate t ON t.project_id = b.project_id AND t.id = b.rate_id AND t.base = 'AREA'
       JOIN LATERAL (SELECT x.unit_price FROM rate_version x WHERE x.project_id = t.project_id AND x.rate_id = t.id
                      ORDER BY x.starts_on LIMIT 1) v ON true
       JOIN room r ON r.project_id = b.project_id AND r.id = b.room_id
      WHERE b.project_id = $1 ORDER BY r.code, f.sort LIMIT $2`,
    [projectId, ROOMS],
  );
  const year = Number(firstPeriod.slice(0, 4)) - 1;
  const halves = [
    [`${year}-01-01`, `${year}-06-30`, `${year}-01-12`],
    [`${year}-07-01`, `${year}-12-31`, `${year}-07-05`],
  ] as const;
  const workbook = new ExcelJS.Workbook();
  workbook
    .addWorksheet("历史缴费")
    .addRows([
      HEADERS,
      ...paid.flatMap(({ code, item, yuan, partYuan }, index) =>
        halves.map(([from, to, on]) => [
          code,
          item,
          "6",
          from,
          to,
          on,
          yuan,
          index % 5 === 4 ? partYuan : yuan,
          "李敏",
        ]),
      ),
    ]);
  const url = `/projects/${projectId}/openings`;
  const content = Buffer.from(await workbook.xlsx.writeBuffer());
  const { id } = await finance.upload<{ id: string }>(`${url}?kind=HISTORY`, `${year}年缴费记录.xlsx`, content);
  await finance.run(projectId, `${url}/${id}/post`, { setPaidThrough: false });
}
