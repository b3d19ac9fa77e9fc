import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { VoucherDto, VoucherExportDetailDto, VoucherLineDto } from "@linli/contracts";
import ExcelJS from "exceljs";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { csvLine } from "../../common/csv.js";
import { formatFen } from "../../common/money.js";
import { VoucherExportsQueries } from "./voucher-exports.queries.js";

const COLUMNS = [
  ["日期", 12],
  ["凭证字", 8],
  ["凭证号", 8],
  ["摘要", 36],
  ["科目编码", 14],
  ["科目名称", 32],
  ["借方金额", 16],
  ["贷方金额", 16],
  ["收费项目", 20],
  ["税率", 8],
  ["业务笔数", 10],
] as const;

const BYTE_ORDER_MARK = "\uFEFF";

/** Makes the files of an export from the vouchers it keeps; who took one stands in the audit log. */
@Injectable()
export class VoucherFilesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly exports: VoucherExportsQueries,
    private readonly audit: AuditService,
  ) {}

  /** UTF-8 with a byte order mark, which Chinese Excel and finance programs read as it is. @throws NOT_FOUND */
  async csv(actor: Actor, projectId: string, id: string): Promise<{ name: string; content: Buffer }> {
    const found = await this.taken(actor, projectId, id, "CSV");
    const rows = rowsOf(found.vouchers).map(({ line, ...row }) => [
      ...wordsOf(row, line),
      amountOf(line.debitFen),
      amountOf(line.creditFen),
      ...detailsOf(line),
      String(line.count),
    ]);
    const text = [COLUMNS.map(([title]) => title), ...rows].map(csvLine).join("");
    return { name: fileName(found, "csv"), content: Buffer.from(BYTE_ORDER_MARK + text) };
  }

  /** The same as a workbook, codes as text and amounts as numbers. @throws NOT_FOUND */
  async xlsx(actor: Actor, projectId: string, id: string): Promise<{ name: string; content: Buffer }> {
    const found = await this.taken(actor, projectId, id, "Excel");
    const workbook = new ExcelJS.Workbook();
    workbook.creator = actor.name;
    const sheet = workbook.addWorksheet(`${found.period} 凭证`, {
      pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
      headerFooter: { oddFooter: `&L${found.exportNo} ${actor.name} 导出&R第 &P 页，共 &N 页` },
      views: [{ state: "frozen", ySplit: 1 }],
    });
    sheet.columns = COLUMNS.map(([header, width]) => ({
      header,
      width,
      style: { numFmt: header.endsWith("金额") ? "#,##0.00" : "@" },
    }));
    sheet.getRow(1).font = { bold: true };
    for (const { line, ...row } of rowsOf(found.vouchers))
      sheet.addRow([
        ...wordsOf(row, line),
        line.debitFen === 0 ? null : line.debitFen / 100,
        line.creditFen === 0 ? null : line.creditFen / 100,
        ...detailsOf(line),
        line.count,
      ]);
    return { name: fileName(found, "xlsx"), content: Buffer.from(await workbook.xlsx.writeBuffer()) };
  }

  private async taken(actor: Actor, projectId: string, id: string, kind: string): Promise<VoucherExportDetailDto> {
    const found = await this.exports.one(projectId, id);
    await this.db.transaction((tx) =>
      this.audit.record(tx, actor, {
        projectId,
        action: "voucher-export.download",
        entity: "voucher-export",
        entityId: id,
        summary: `下载 ${found.period} 凭证 ${found.exportNo}（${kind}）`,
      }),
    );
    return found;
  }
}

const fileName = ({ period, exportNo, cancelledAt }: VoucherExportDetailDto, ending: string): string =>
  `凭证-${period}-${exportNo}${cancelledAt ? "-已作废" : ""}.${ending}`;

const rowsOf = (vouchers: readonly VoucherDto[]) =>
  vouchers.flatMap(({ no, date, lines }) => lines.map((line) => ({ no, date, line })));

const wordsOf = ({ no, date }: { no: number; date: string }, line: VoucherLineDto): string[] => [
  date,
  "记",
  String(no),
  line.summary,
  line.accountCode,
  line.accountName,
];

const detailsOf = ({ feeItemName, taxRate }: VoucherLineDto): string[] => [
  feeItemName ?? "",
  taxRate === null ? "" : `${taxRate}%`,
];

const amountOf = (fen: number): string => (fen === 0 ? "" : formatFen(fen));
