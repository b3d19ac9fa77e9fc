import { useQuery } from "@tanstack/react-query";
import type { ChargeDetailDto } from "@linli/contracts";
import { useParams } from "react-router";
import { PrintPage } from "../../components/print-page";
import { QueryView } from "../../components/query-view";
import { today } from "../../lib/dates";
import { formatFen } from "../../lib/money";
import { useProject, useProjectId } from "../../lib/session";
import { chargeQueries } from "./charges.queries";
import { PrintFacts } from "./shifts/printed-totals";
import { WhyList } from "./why-list";

/** 为什么是这个金额 on paper (GEN-03): what a charge is for and how it came about, to hand to whoever asks. */
export function ChargePrintPage() {
  const { chargeId = "" } = useParams();
  const query = useQuery(chargeQueries.one(useProjectId(), chargeId));
  return (
    <QueryView query={query}>
      {(charge) => (
        <PrintPage title={`费用说明 ${charge.roomCode} ${charge.feeItemName} ${charge.period}`}>
          <Sheet charge={charge} />
        </PrintPage>
      )}
    </QueryView>
  );
}

function Sheet({ charge }: { charge: ChargeDetailDto }) {
  const { name } = useProject();
  const { tax } = charge;
  return (
    <article
      className="print-sheet a4-sheet shift-sheet"
      aria-label={`费用说明 ${charge.roomCode} ${charge.feeItemName}`}
    >
      <p className="print-organisation">{name}</p>
      <h1 className="print-title">费用说明</h1>
      <PrintFacts
        facts={[
          ["房号", charge.roomCode],
          ["收费对象", charge.payerName],
          ["收费项目", charge.feeItemName],
          ["收费标准", charge.rateName ?? "—"],
          ["计费期间", `${charge.serviceFrom} 至 ${charge.serviceTo}`],
          ["缴费期限", charge.dueOn],
          ["金额", `${formatFen(charge.amountFen)} 元`],
          ["减免与红冲", `${formatFen(charge.reducedFen + charge.reversedFen)} 元`],
          ["已收", `${formatFen(charge.receivedFen + charge.offsetFen)} 元（含预收冲抵）`],
          ["未收", `${formatFen(charge.openFen)} 元`],
          ...(tax === null ? [] : [["税率", `${tax.taxRate}%`] as const]),
          ...(tax === null
            ? []
            : [["价税分离", `不含税 ${formatFen(tax.netFen)}，税额 ${formatFen(tax.taxFen)}`] as const]),
          ["打印日期", today()],
        ]}
      />
      <h2>为什么是这个金额</h2>
      {charge.explanation.length > 0 ? <WhyList sentences={charge.explanation} /> : <p>手工登记，没有计算过程。</p>}
      {charge.remark !== null && <p>说明：{charge.remark}</p>}
    </article>
  );
}
