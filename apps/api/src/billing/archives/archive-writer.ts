import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { PersonalData } from "../../common/crypto.js";
import { AttachmentOwners } from "../../files/attachment-owners.js";
import type { RunningJob } from "../../jobs/jobs.service.js";
import { VoucherMonthService } from "../vouchers/voucher-month.service.js";
import {
  ATTACHMENT_TITLES,
  attachmentRows,
  type Books,
  PAYER_TITLES,
  payerRows,
  tableRows,
} from "./archive-contents.js";
import type { ArchiveExport } from "./archive-export.entity.js";
import { columnsOf, type ArchiveTable } from "./archive-table.js";
import { MONTH_TABLES, OPENING_TABLES } from "./archive-tables.js";
import { VOUCHER_TITLES, voucherRows } from "./archive-vouchers.js";
import { archiveWords } from "./archive-words.js";
import type { ArchiveZip } from "./archive-zip.js";
import { archiveCancelled, figuresDiffer } from "./archives.errors.js";
import type { projectOf } from "./request-archive.service.js";
import { CHECK_TITLES, checkRows, differences, SnapshotCheck } from "./snapshot-check.js";
import {
  closedMonths,
  MONTH_TITLES,
  monthReport,
  SEAL_TITLES,
  sealRows,
  YEAR_TITLES,
  yearReport,
} from "./year-files.js";

type Project = Awaited<ReturnType<typeof projectOf>>;

/** Files of a month beside its tables: vouchers and the report of the month. */
const BESIDE_TABLES = 2;
/** Files of the year: payers, attachments, seals, the check and the report. */
const YEAR_FILES = 5;

/** Writes what an archive holds, in the order of its index. */
@Injectable()
export class ArchiveWriter {
  constructor(
    private readonly vouchers: VoucherMonthService,
    private readonly owners: AttachmentOwners,
    private readonly personal: PersonalData,
    private readonly audit: AuditService,
  ) {}

  /** Answers the hash of the list of hashes. @throws ARCHIVE_DIFFERS, CANCELLED */
  async write(
    tx: EntityManager,
    job: RunningJob,
    row: ArchiveExport,
    project: Project,
    zip: ArchiveZip,
  ): Promise<string> {
    const { projectId, months } = row;
    const books: Books = { projectId, timeZone: project.timeZone, months };
    const check = new SnapshotCheck(months, project.firstPeriod);
    const total = months.length * (MONTH_TABLES.length + BESIDE_TABLES) + OPENING_TABLES.length + YEAR_FILES;
    const step = async (what: string) => {
      if (await job.cancelled()) throw archiveCancelled();
      await job.progress(zip.files.length, total, `正在写入 ${what}`);
    };
    const add = async (folder: string, table: ArchiveTable, at: number, span: "MONTH" | "BEFORE", month: string) => {
      await step(`${folder} ${table.name}`);
      const { kind } = table;
      const meaning = span === "MONTH" ? table.meaning : `启用收费以前的${table.name}，由期初导入`;
      const titles = columnsOf(table).map(({ title, fen }) => (fen ? `${title}（元）` : title));
      const sheet = { path: pathOf(folder, at, table.name), meaning, kind, titles, adds: table.sum !== undefined };
      await zip.table(sheet, tableRows(tx, books, table, { month, span }, check));
    };

    if (months[0] === project.firstPeriod)
      for (const [index, table] of OPENING_TABLES.entries())
        await add("期初", table, index + 1, "BEFORE", project.firstPeriod);
    const closed = await closedMonths(tx, projectId, months, project.timeZone);
    for (const month of closed) {
      const { period } = month;
      for (const [index, table] of MONTH_TABLES.entries()) await add(period, table, index + 1, "MONTH", period);
      await step(`${period} 记账凭证`);
      const at = MONTH_TABLES.length + 1;
      await zip.table(
        {
          path: pathOf(period, at, "记账凭证"),
          meaning: "当月记账凭证的分录；已导出给财务的按导出时的内容，合计为借方",
          kind: "VOUCHER",
          titles: VOUCHER_TITLES,
          adds: true,
        },
        [await voucherRows(tx, this.vouchers, projectId, period)],
      );
      await zip.table(
        {
          path: pathOf(period, at + 1, "收费月报"),
          meaning: "月结快照中的收费统计：应收、已收、欠费、预收和收缴率",
          kind: "MONTHLY",
          titles: MONTH_TITLES,
          adds: false,
        },
        [monthReport(month)],
      );
    }
    await step("年度文件");
    await this.writePeople(tx, job, row, books, zip);
    const lines = await check.lines(tx, projectId);
    const faults = differences(lines);
    if (faults.length > 0) throw figuresDiffer(faults);
    const annual = { kind: "ANNUAL", adds: false } as const;
    await zip.table({ ...annual, path: "年度-收费汇总.csv", meaning: "各月月结快照的汇总", titles: YEAR_TITLES }, [
      yearReport(closed),
    ]);
    await zip.table(
      { ...annual, path: "年度-快照核对.csv", meaning: "档案各文件的合计与月结快照逐项核对", titles: CHECK_TITLES },
      [checkRows(lines)],
    );
    await zip.table(
      { ...annual, path: "年度-月结校验值.csv", meaning: "各次月结的校验值和它们连成的链", titles: SEAL_TITLES },
      [await sealRows(tx, projectId, months)],
    );
    return zip.finish(archiveWords(row, project));
  }

  private async writePeople(
    tx: EntityManager,
    job: RunningJob,
    { number: archive, reason, includeNumbers }: ArchiveExport,
    books: Books,
    zip: ArchiveZip,
  ): Promise<void> {
    const { projectId } = books;
    // whole numbers that leave the house are logged person by person (LAW-30)
    const told = (people: readonly { id: string; name: string; number: string }[]) =>
      this.audit.record(
        tx,
        job.actor,
        ...people.map(({ id, name, number }) => ({
          projectId,
          action: "customer.unmask",
          entity: "customer",
          entityId: id,
          summary: `会计档案 ${archive} 包含客户 ${name}（${number}）的完整证件与电话，用途：${reason}`,
        })),
      );
    await zip.table(
      {
        path: "年度-付款人名册.csv",
        meaning: `本年有应收或收据的客户，证件号码和电话${includeNumbers ? "完整" : "打码"}`,
        kind: "BOOK",
        titles: PAYER_TITLES,
        adds: false,
      },
      payerRows(tx, books, this.personal, includeNumbers, told),
    );
    await zip.table(
      {
        path: "年度-附件目录.csv",
        meaning: "本年上传到收费单据的附件；文件内容保存在系统中，按 SHA-256 核对",
        kind: "VOUCHER",
        titles: ATTACHMENT_TITLES,
        adds: false,
      },
      attachmentRows(tx, books, this.owners.readableWith("billing:read")),
    );
  }
}

const pathOf = (folder: string, at: number, name: string): string =>
  `${folder}/${String(at).padStart(2, "0")}-${name}.csv`;
