import { useQuery } from "@tanstack/react-query";
import type { DailyReportDto } from "@linli/contracts";
import { useParams, useSearchParams } from "react-router";
import { PrintPage } from "../../../components/print-page";
import { QueryView } from "../../../components/query-view";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { PrintFacts, PrintedTotals } from "../shifts/printed-totals";
import { dailyReportQueries } from "./daily-reports.queries";

/** 收款日报表 on paper, with the signatures of cashier, reviewer and finance. */
export function DailyReportPrintPage() {
  const { day = "" } = useParams();
  const [params] = useSearchParams();
  const cashierId = params.get("cashierId") ?? undefined;
  const query = useQuery(dailyReportQueries.one(useProjectId(), { day, ...(cashierId && { cashierId }) }));
  return (
    <QueryView query={query}>
      {(report) => (
        <PrintPage title={`收款日报表 ${day}`}>
          <Sheet report={report} />
        </PrintPage>
      )}
    </QueryView>
  );
}

function Sheet({ report }: { report: DailyReportDto }) {
  const { totals } = report;
  return (
    <article className="print-sheet a4-sheet shift-sheet" aria-label={`收款日报表 ${report.day}`}>
      <p className="print-organisation">{report.projectName}</p>
      <h1 className="print-title">收款日报表</h1>
      <PrintFacts
        facts={[
          ["日期", report.day],
          ["收款人", report.cashierName ?? "全部"],
          ["收据号", totals.firstReceiptNo ? `${totals.firstReceiptNo} 至 ${totals.lastReceiptNo}` : "—"],
          ["单据", `收据 ${totals.receipts} 张，红字 ${totals.reds} 张，退款 ${totals.refunds} 笔`],
          ["收款合计", formatFen(totals.receivedFen)],
          ["退款合计", formatFen(totals.refundedFen)],
          ["转入预收", formatFen(totals.prepaymentFen)],
          ["其中押金", formatFen(totals.depositsFen)],
        ]}
      />
      <PrintedTotals totals={totals} />
      <p className="shift-signatures">
        <span>收款人：</span>
        <span>复核：</span>
        <span>财务：</span>
        <span>日期：</span>
      </p>
    </article>
  );
}
