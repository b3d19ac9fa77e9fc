import { useQuery } from "@tanstack/react-query";
import type { ShiftDetailDto } from "@linli/contracts";
import { denominationLabels } from "@linli/contracts/enums";
import { useParams } from "react-router";
import { PrintPage } from "../../../components/print-page";
import { QueryView } from "../../../components/query-view";
import { formatMoment } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { useProject } from "../../../lib/session";
import { differenceWord } from "./counting";
import { PrintFacts, PrintedTotals } from "./printed-totals";
import { shiftQueries } from "./shifts.queries";

/** 交班表: the shift on paper, with the signatures of cashier, witness and whoever takes over. */
export function ShiftPrintPage() {
  const project = useProject();
  const { shiftId = "" } = useParams();
  const query = useQuery(shiftQueries.one(project.id, shiftId));
  return (
    <QueryView query={query}>
      {(shift) => (
        <PrintPage title={`交班表 ${shift.shiftNo}`}>
          <Sheet shift={shift} projectName={project.name} />
        </PrintPage>
      )}
    </QueryView>
  );
}

function Sheet({ shift, projectName }: { shift: ShiftDetailDto; projectName: string }) {
  const { totals } = shift;
  return (
    <article className="print-sheet a4-sheet shift-sheet" aria-label={`交班表 ${shift.shiftNo}`}>
      <p className="print-organisation">{projectName}</p>
      <h1 className="print-title">收款交班表</h1>
      <PrintFacts
        facts={[
          ["班次号", shift.shiftNo],
          ["收款人", shift.cashierName],
          ["收款点", shift.desk],
          ["开班时间", formatMoment(shift.openedAt)],
          ["交班时间", shift.closedAt ? formatMoment(shift.closedAt) : "尚未交班"],
          ["收据号", totals.firstReceiptNo ? `${totals.firstReceiptNo} 至 ${totals.lastReceiptNo}` : "—"],
          ["单据", `收据 ${totals.receipts} 张，红字 ${totals.reds} 张，退款 ${totals.refunds} 笔`],
          ["转入预收", formatFen(totals.prepaymentFen)],
          ["其中押金", formatFen(totals.depositsFen)],
          ["预收冲抵", formatFen(totals.offsetFen)],
        ]}
      />
      <PrintedTotals totals={totals} />
      <h2>现金</h2>
      <PrintFacts
        facts={[
          ["备用金", formatFen(shift.floatFen)],
          ["现金收款", formatFen(totals.cashInFen)],
          ["现金退款", formatFen(totals.cashOutFen)],
          ["当班解款", formatFen(totals.bankedFen)],
          ["应有现金", formatFen(totals.expectedFen)],
          ["实点现金", shift.countedFen === null ? "" : formatFen(shift.countedFen)],
          ["差异", differenceText(shift)],
          ["留存备用金", shift.leftFen === null ? "" : formatFen(shift.leftFen)],
        ]}
      />
      {shift.notes.length > 0 && (
        <p>
          点钞明细：
          {shift.notes.map(({ denomination, count }) => `${denominationLabels[denomination]} × ${count}`).join("，")}
        </p>
      )}
      {shift.differenceReason && <p>差异原因：{shift.differenceReason}</p>}
      <p className="shift-signatures">
        <span>收款人：</span>
        <span>见证人：{shift.witnessName}</span>
        <span>接班人：{shift.takenBy?.cashierName}</span>
        <span>日期：</span>
      </p>
    </article>
  );
}

function differenceText({ differenceFen }: ShiftDetailDto): string {
  if (differenceFen === null) return "";
  return differenceFen === 0 ? "无差异" : `${differenceWord(differenceFen)} ${formatFen(Math.abs(differenceFen))}`;
}
