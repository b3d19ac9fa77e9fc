import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type EInvoiceDto, type EInvoiceQueryDto, eInvoiceStatusLabels } from "@linli/contracts";
import type { Readable } from "node:stream";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { todayIn } from "../../common/calendar.js";
import { pagesOfList, type RowColumn, rowsWorkbook } from "../../common/rows-workbook.js";
import { EInvoicesQueries } from "./e-invoices.queries.js";

/** The list of electronic invoices as a workbook; who took it stands in the audit log (LAW-34). */
@Injectable()
export class InvoiceWorkbookService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: EInvoicesQueries,
    private readonly audit: AuditService,
  ) {}

  /** Everything a filter finds, in the order of the list; amounts in yuan. */
  async make(
    actor: Actor,
    projectId: string,
    { cursor: _cursor, pageSize: _pageSize, ...filter }: EInvoiceQueryDto,
  ): Promise<Readable> {
    const { count } = await this.queries.totals(projectId, filter);
    const timeZone = await this.db.transaction(async (tx) => {
      await this.audit.record(tx, actor, {
        projectId,
        action: "e-invoice.export",
        entity: "e-invoice",
        entityId: projectId,
        summary: `导出电子发票列表 ${count} 张（不含开具失败的）`,
        after: { ...filter },
      });
      const [project] = await tx.query<{ zone: string }[]>("SELECT time_zone AS zone FROM project WHERE id = $1", [
        projectId,
      ]);
      return project!.zone;
    });
    const rows = pagesOfList((page) => this.queries.page(projectId, { ...filter, ...page }));
    return rowsWorkbook("电子发票", columnsIn(timeZone), rows);
  }
}

const columnsIn = (timeZone: string): readonly RowColumn<EInvoiceDto>[] => [
  ["申请号", 14, ({ requestNo }) => requestNo],
  ["状态", 10, ({ status }) => eInvoiceStatusLabels[status]],
  // text, for a number of twenty digits would lose its end
  ["发票号码", 24, ({ invoiceNo }) => invoiceNo],
  ["开票日期", 12, ({ issuedOn }) => issuedOn],
  ["发票抬头", 28, ({ buyerName }) => buyerName],
  ["付款人", 16, ({ payerName }) => payerName],
  ["收据", 24, ({ receipts }) => receipts.map(({ receiptNo }) => receiptNo).join("、")],
  ["不含税（元）", 14, ({ netFen }) => netFen / 100],
  ["税额（元）", 12, ({ taxFen }) => taxFen / 100],
  ["价税合计（元）", 14, ({ amountFen }) => amountFen / 100],
  ["已红冲（元）", 14, ({ redFen }) => redFen / 100],
  ["失败原因", 30, ({ failReason }) => failReason],
  ["申请日期", 12, ({ createdAt }) => todayIn(timeZone, new Date(createdAt))],
  ["申请人", 12, ({ requestedByName }) => requestedByName],
];
