import { feeItemKindLabels, paymentMethodLabels, type DailyReportDto } from "@linli/contracts";
import ExcelJS from "exceljs";

const yuan = (fen: number) => fen / 100;

/** 收款日报表 as a workbook: one sheet, amounts as numbers in yuan, lines to sign at the end. */
export async function writeDailyReport(report: DailyReportDto): Promise<Buffer> {
  const { totals } = report;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("收款日报表", { pageSetup: { paperSize: 9, fitToPage: true, fitToHeight: 0 } });
  sheet.columns = [{ width: 28 }, { width: 16 }, { width: 16 }, { width: 16 }];
  const head = (...cells: string[]) => {
    sheet.addRow([]);
    sheet.addRow(cells).font = { bold: true };
  };
  sheet.addRow([`${report.projectName} 收款日报表`]).font = { bold: true, size: 14 };
  sheet.addRow(["日期", report.day, "收款人", report.cashierName ?? "全部"]);
  sheet.addRow([
    "收据号",
    numbersOf(report),
    "收据、红字、退款",
    `${totals.receipts}、${totals.reds}、${totals.refunds}`,
  ]);
  head("收款方式", "收款", "红冲", "退款");
  for (const { method, receivedFen, reversedFen, refundedFen } of totals.methods)
    sheet.addRow([paymentMethodLabels[method], yuan(receivedFen), yuan(reversedFen), yuan(refundedFen)]);
  head("合计（不含预收冲抵）");
  sheet.addRow(["", yuan(totals.receivedFen), yuan(totals.reversedFen), yuan(totals.refundedFen)]);
  head("收费项目", "类别", "收款", "预收冲抵");
  for (const { feeItemName, kind, receivedFen, offsetFen } of totals.items)
    sheet.addRow([feeItemName, feeItemKindLabels[kind], yuan(receivedFen), yuan(offsetFen)]);
  head("转入预收", "其中押金");
  sheet.addRow([yuan(totals.prepaymentFen), yuan(totals.depositsFen)]);
  head("收款人签字：", "", "财务签字：");
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value === "number") cell.numFmt = "#,##0.00";
    }),
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const numbersOf = ({ totals: { firstReceiptNo, lastReceiptNo } }: DailyReportDto) =>
  firstReceiptNo ? `${firstReceiptNo} 至 ${lastReceiptNo}` : "无";
