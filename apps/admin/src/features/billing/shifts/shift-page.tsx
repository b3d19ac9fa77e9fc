import { useQuery } from "@tanstack/react-query";
import type { ShiftDetailDto } from "@linli/contracts";
import { denominationLabels, shiftStatusLabels } from "@linli/contracts/enums";
import { Alert, Button } from "antd";
import { Link, useParams } from "react-router";
import { Can } from "../../../components/can";
import { DescriptionList } from "../../../components/description-list";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { ThingTimeline } from "../../../components/thing-timeline";
import { formatMoment } from "../../../lib/dates";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId, useSession } from "../../../lib/session";
import { CloseShift } from "./close-shift";
import { differenceWord } from "./counting";
import { ShiftTables } from "./shift-tables";
import { shiftTones } from "./shift-words";
import { shiftQueries } from "./shifts.queries";
import { WitnessShift } from "./witness-shift";
import "./shifts.css";

/** 班次档案: what was taken, what should be in the till, what was. */
export function ShiftPage() {
  const { shiftId = "" } = useParams();
  const query = useQuery(shiftQueries.one(useProjectId(), shiftId));
  return <QueryView query={query}>{(shift) => <Shift shift={shift} />}</QueryView>;
}

function Shift({ shift }: { shift: ShiftDetailDto }) {
  const { totals } = shift;
  const linkTo = usePageLink();
  const receipts = linkTo(`billing/receipts?shiftId=${shift.id}`);
  return (
    <>
      <PageHeader
        title={`班次 ${shift.shiftNo}`}
        help="shifts"
        back="billing/shifts"
        tags={<StatusTag value={shift.status} labels={shiftStatusLabels} tones={shiftTones} />}
        actions={<Actions shift={shift} />}
      />
      {shift.status === "COUNTED" && (
        <Alert
          type="warning"
          showIcon
          className="desk-shift"
          title={`${differenceWord(shift.differenceFen ?? 0)}，等待当班人和清点人以外的另一人见证`}
        />
      )}
      {shift.status === "OPEN" && shift.witnessNote && (
        <Alert type="warning" showIcon className="desk-shift" title={`见证人退回：${shift.witnessNote}`} />
      )}
      <div className="card-grid">
        <StatCard
          title="收款"
          value={<Money fen={totals.receivedFen} />}
          hint={`${totals.receipts} 张收据，不含预收冲抵`}
          to={receipts}
        />
        <StatCard title="红冲" value={<Money fen={totals.reversedFen} />} hint={`${totals.reds} 张红字收据`} />
        <StatCard title="退款" value={<Money fen={totals.refundedFen} />} hint={`${totals.refunds} 笔`} />
        <StatCard
          title="应有现金"
          value={<Money fen={totals.expectedFen} />}
          hint="备用金加现金收款，减现金退款和解款"
        />
      </div>
      <Facts shift={shift} />
      <ShiftTables totals={totals} floatFen={shift.floatFen} />
      <h2 className="section-title">历史</h2>
      <ThingTimeline entity="shift" entityId={shift.id} />
    </>
  );
}

function Actions({ shift }: { shift: ShiftDetailDto }) {
  const isMine = useSession().id === shift.cashierId;
  return (
    <>
      {shift.status === "OPEN" && (
        <Can do={isMine ? "billing:collect" : "billing:shifts"}>
          <CloseShift shift={shift} forOther={!isMine} />
        </Can>
      )}
      {shift.status === "COUNTED" && !isMine && (
        <Can do="billing:shifts">
          <WitnessShift shift={shift} />
        </Can>
      )}
      <Link to={`../${shift.id}/print`} relative="path" target="_blank">
        <Button tabIndex={-1}>打印交班表</Button>
      </Link>
    </>
  );
}

function Facts({ shift }: { shift: ShiftDetailDto }) {
  const linkTo = usePageLink();
  const other = (one: ShiftDetailDto["takenFrom"]) => {
    const href = one && linkTo(`billing/shifts/${one.id}`);
    return (
      one && (href ? <Link to={href}>{`${one.shiftNo} ${one.cashierName}`}</Link> : `${one.shiftNo} ${one.cashierName}`)
    );
  };
  const counted = shift.countedFen !== null;
  return (
    <div className="shift-facts">
      <DescriptionList
        items={[
          ["收款人", shift.cashierName],
          ["收款点", shift.desk],
          ["备用金", <Money key="float" fen={shift.floatFen} />],
          ["开班时间", formatMoment(shift.openedAt)],
          ["交班时间", shift.closedAt && formatMoment(shift.closedAt)],
          ["收据号", shift.totals.firstReceiptNo && `${shift.totals.firstReceiptNo} 至 ${shift.totals.lastReceiptNo}`],
          shift.takenFrom !== null && ["接自班次", other(shift.takenFrom)],
          counted && ["实点现金", <Money key="counted" fen={shift.countedFen} strong />],
          counted && [
            "差异",
            <span key="difference">
              {differenceWord(shift.differenceFen ?? 0)}
              {shift.differenceFen !== 0 && (
                <>
                  {" "}
                  <Money fen={Math.abs(shift.differenceFen ?? 0)} strong />
                </>
              )}
            </span>,
          ],
          shift.differenceReason !== null && ["差异原因", shift.differenceReason],
          shift.countedByName !== null && ["代为清点", shift.countedByName],
          shift.witnessName !== null && [
            "见证人",
            `${shift.witnessName}，${formatMoment(shift.witnessedAt ?? "")}${shift.witnessNote ? `，${shift.witnessNote}` : ""}`,
          ],
          counted && ["留存备用金", <Money key="left" fen={shift.leftFen} />],
          shift.takenBy !== null && ["接班班次", other(shift.takenBy)],
          shift.notes.length > 0 && [
            "点钞明细",
            shift.notes.map(({ denomination, count }) => `${denominationLabels[denomination]} × ${count}`).join("，"),
          ],
        ]}
      />
    </div>
  );
}
