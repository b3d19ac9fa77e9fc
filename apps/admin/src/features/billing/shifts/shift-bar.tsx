import { useQuery } from "@tanstack/react-query";
import type { MyShiftDto } from "@linli/contracts";
import { Alert } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { today } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { receiptBookQueries } from "../receipt-books/receipt-books.queries";
import { OpenShift } from "./open-shift";
import { shiftQueries } from "./shifts.queries";
import "./shifts.css";
import "../desk.css";

/** So few papers left are worth a word. */
const FEW_PAPERS = 20;

/** At the desk: the cashier's shift, or that one is needed; cash that should be at the bank. */
export function ShiftBar() {
  const { data } = useQuery(shiftQueries.mine(useProjectId()));
  if (!data) return null;
  return (
    <>
      <Unbanked shift={data} />
      <Can do="billing:collect">
        <Mine shift={data} />
        <NextPaper />
      </Can>
    </>
  );
}

function Mine({ shift: { mine, required, tills } }: { shift: MyShiftDto }) {
  const linkTo = usePageLink();
  if (!mine) {
    if (!required) return null;
    return (
      <Alert
        className="desk-shift"
        type="warning"
        showIcon
        title="还没有开班，不能收款"
        action={<OpenShift tills={tills} />}
      />
    );
  }
  const href = linkTo(`billing/shifts/${mine.id}`);
  return (
    <p className="shift-bar">
      {mine.status === "OPEN" ? (
        <span className="tone tone-good">当班</span>
      ) : (
        <span className="tone tone-warning">待见证</span>
      )}
      {href ? <Link to={href}>{mine.shiftNo}</Link> : mine.shiftNo}
      <span className="desk-quiet">
        {mine.desk}，备用金 {formatFen(mine.floatFen)} 元
      </span>
      {mine.openedOn < today() && <span className="negative">{mine.openedOn} 开的班还没有交班</span>}
    </p>
  );
}

/** The paper to put into the printer, or that there is none; warned of when few are left. */
function NextPaper() {
  const { data: paper } = useQuery(receiptBookQueries.next(useProjectId()));
  if (!paper) return null;
  if (paper.problem) return <Alert className="desk-shift" type="error" showIcon title={paper.problem} />;
  if (paper.text === null) return null;
  return (
    <p className="shift-bar">
      <span className="desk-quiet">下一张收据</span> <b className="figures">{paper.text}</b>
      {(paper.left ?? 0) <= FEW_PAPERS && <span className="negative">只剩 {paper.left} 张，请领用新的票据本</span>}
    </p>
  );
}

/** Cash of earlier days without a deposit slip. */
export function Unbanked({ shift: { unbanked, banking } }: { shift: MyShiftDto }) {
  const href = usePageLink()("billing/bank-deposits");
  const [first] = unbanked;
  if (!first) return null;
  const sum = unbanked.reduce((total, { fen }) => total + fen, 0);
  return (
    <Alert
      className="desk-shift"
      type={banking === "REFUSE" ? "error" : "warning"}
      showIcon
      title={`${first.day} 起的现金 ${formatFen(sum)} 元还没有解款${banking === "REFUSE" ? "，登记解款单前不能开班和退现金" : "；现金应当日送存银行，不得坐支"}`}
      action={href && <Link to={href}>登记解款单</Link>}
    />
  );
}
