import ExcelJS from "exceljs";
import type { Reply, TestApp, TestClient } from "../../../test/test-app.js";
import { savedFeeItem } from "../../billing/billing.factories.js";
import { aDesk } from "../../billing/receipts.factories.js";
import { unique } from "../../property/property.factories.js";

type Cell = string | number | null;

/** Headers of our own template, by sheet. */
export const HEADERS = {
  欠费: ["房号", "楼栋", "收费项目", "费用起", "费用止", "应缴日", "欠费金额", "客户", "客户编号", "备注", "计费对象"],
  预收: ["房号", "楼栋", "客户", "客户编号", "收费项目", "预收余额", "备注"],
  押金: [
    "房号",
    "楼栋",
    "收费项目",
    "收据号",
    "收取日期",
    "押金金额",
    "交款人",
    "客户编号",
    "押金类别",
    "备注",
    "计费对象",
  ],
  已缴至: ["房号", "收费项目", "已缴至", "备注"],
  代收未解缴: ["收费项目", "代收未解缴金额", "备注"],
  历史缴费: [
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
  ],
} as const;

/** A workbook with these rows below the headers of the template. */
export async function openingWorkbook(
  sheets: Partial<Record<keyof typeof HEADERS, readonly (readonly Cell[])[]>>,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets))
    workbook.addWorksheet(name).addRows([[...HEADERS[name as keyof typeof HEADERS]], ...rows.map((row) => [...row])]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A project that begins in January 2026, with a room, its owner, items, and people who import and sign. */
export async function aTakenOverProject(app: TestApp) {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const depositItem = await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT", name: unique("装修押金") });
  const importer = await app.as(
    ["property:read", "billing:read", "billing:openings", "billing:run", "billing:publish"],
    desk.projectId,
    "导入员",
  );
  const signer = await app.as(["property:read", "billing:read", "billing:approve-opening"], desk.projectId, "财务经理");
  return { ...desk, app, depositItem, importer, signer, at: `${desk.url}/openings` };
}

export type TakenOver = Awaited<ReturnType<typeof aTakenOverProject>>;

/** Uploads a workbook; answers the reply. */
export const uploaded = (home: TakenOver, content: Buffer, kind = "BALANCE", name = "期初.xlsx"): Promise<Reply> =>
  home.importer.upload(`${home.at}?kind=${kind}`, { name, content });

/** Uploads rows and posts them; answers the import as it stands afterwards. */
export async function posted(
  home: TakenOver,
  sheets: Parameters<typeof openingWorkbook>[0],
  options: object = {},
): Promise<Reply["body"]> {
  const kind = sheets.历史缴费 ? "HISTORY" : "BALANCE";
  const { status, body } = await uploaded(home, await openingWorkbook(sheets), kind);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return postedBy(home, home.importer, body.id, options);
}

/** Posts a checked import; answers it as it stands afterwards. */
export async function postedBy(home: TakenOver, client: TestClient, id: string, options: object = {}) {
  const started = await client.post(`${home.at}/${id}/post`, options);
  if (started.status !== 202) throw new Error(JSON.stringify(started.body));
  await home.app.drainJobs();
  return (await client.get(`${home.at}/${id}`)).body;
}

/** The faults of the rows of an import by row number. */
export async function faultsOf(home: TakenOver, id: string): Promise<[number, string][]> {
  const { body } = await home.importer.get(`${home.at}/${id}/rows?faulty=true&pageSize=200`);
  return body.items.map(({ rowNo, fault }: { rowNo: number; fault: string }) => [rowNo, fault]);
}

/** A row of the sheet 欠费: days, when it was due, yuan. */
export const anArrear = (
  { room, feeItem }: TakenOver,
  from: string,
  to: string,
  due: string,
  yuan: number | string,
): Cell[] => [room.code, null, feeItem.name, from, to, due, yuan, null, null, null];

/** The charges of the project. */
export const chargesOf = async (home: TakenOver) => (await home.importer.get(`${home.url}/charges`)).body.items;

/** Closes a month, whatever has to be confirmed. */
export const closed = (home: TakenOver, period: string): Promise<Reply> =>
  home.reviewer.post(`${home.url}/periods/${period}/close`, { confirm: true });
