import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  recalculationCauseLabels,
  recalculationObstacleLabels,
  recalculationStatusLabels,
  type RecalculationChargeDto,
  type RecalculationLineDto,
} from "@linli/contracts";
import ExcelJS from "exceljs";
import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { formatFen } from "../../common/money.js";
import { monthsInWords } from "./recalculation-status.js";
import { RecalculationsQueries } from "./recalculations.queries.js";

const COLUMNS = [
  ["房号", 14],
  ["收费项目", 18],
  ["服务月份", 10],
  ["费用起", 12],
  ["费用止", 12],
  ["原金额（元）", 14],
  ["现金额（元）", 14],
  ["差额（元）", 14],
  ["变动", 18],
  ["收费对象", 20],
  ["结果", 24],
  ["已计违约金（元）", 16],
  ["原计算", 48],
  ["现计算", 48],
] as const;

/** Lines read at a time. */
const AT_ONCE = 1000;

/** The list of differences as a workbook, written while it is read; who took it stands in the audit log. */
@Injectable()
export class RecalculationWorkbookService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: RecalculationsQueries,
    private readonly audit: AuditService,
  ) {}

  /** @throws NOT_FOUND */
  async make(actor: Actor, projectId: string, id: string): Promise<{ name: string; content: Readable }> {
    const found = await this.queries.one(projectId, id);
    const months = monthsInWords(found);
    await this.db.transaction((tx) =>
      this.audit.record(tx, actor, {
        projectId,
        action: "recalculation.download",
        entity: "recalculation",
        entityId: id,
        summary: `下载 ${months} 应收重算差异清单`,
      }),
    );
    const stream = new PassThrough();
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
    workbook.creator = actor.name;
    const sheet = workbook.addWorksheet("差异清单", {
      pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
      headerFooter: { oddFooter: `&L${actor.name} 导出&R第 &P 页，共 &N 页` },
    });
    sheet.columns = COLUMNS.map(([header, width]) => ({
      width,
      style: { numFmt: header.endsWith("（元）") ? "#,##0.00" : "@" },
    }));
    const head = [`应收重算差异清单 ${months}`, `${recalculationStatusLabels[found.status]}；原因：${found.reason}`];
    for (const text of head) sheet.addRow([text]).commit();
    const titles = sheet.addRow(COLUMNS.map(([title]) => title));
    titles.font = { bold: true };
    titles.commit();
    void this.write(projectId, id, sheet, stream)
      .then(() => workbook.commit())
      .catch((error: unknown) => stream.destroy(error as Error));
    return { name: `应收重算差异清单-${months}.xlsx`, content: stream };
  }

  private async write(projectId: string, id: string, sheet: ExcelJS.Worksheet, stream: PassThrough): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await this.queries.lines(projectId, id, { pageSize: AT_ONCE, ...(cursor && { cursor }) });
      for (const line of page.items) sheet.addRow(rowOf(line)).commit();
      if (stream.writableNeedDrain) await once(stream, "drain");
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    sheet.commit();
  }
}

const rowOf = (line: RecalculationLineDto): (string | number)[] => [
  line.roomCode,
  line.feeItemName,
  line.period,
  line.serviceFrom,
  line.serviceTo,
  line.oldFen / 100,
  line.newFen / 100,
  line.differenceFen / 100,
  line.causes.map((cause) => recalculationCauseLabels[cause]).join("、"),
  payersOf(line.after.length > 0 ? line.after : line.before),
  outcomeOf(line),
  line.lateFeeFen / 100,
  wordsOf(line.before),
  wordsOf(line.after),
];

const payersOf = (bills: readonly RecalculationChargeDto[]): string =>
  [...new Set(bills.flatMap(({ payerName }) => payerName ?? []))].join("、");

const wordsOf = (bills: readonly RecalculationChargeDto[]): string =>
  bills.map((bill) => [...bill.explanation, ...takenOff(bill)].join("；")).join("\n");

/** What is taken off beside a vacancy, which the calculation names itself. */
const takenOff = ({ discountFen, waivedFen }: RecalculationChargeDto): string[] => [
  ...(discountFen > 0 ? [`优惠 ${formatFen(discountFen)} 元`] : []),
  ...(waivedFen > 0 ? [`减免 ${formatFen(waivedFen)} 元`] : []),
];

function outcomeOf({ obstacle, applied, leftOut }: RecalculationLineDto): string {
  if (obstacle) return `不能重算：${recalculationObstacleLabels[obstacle]}`;
  if (leftOut) return `未重算：${recalculationObstacleLabels[leftOut]}`;
  return applied ? "已重算" : "可以重算";
}
