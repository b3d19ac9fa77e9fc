import type {
  RecalculationChargeDto,
  RecalculationDto,
  RecalculationLineDto,
  RecalculationLineQueryDto,
} from "@linli/contracts";
import {
  recalculationCauseLabels,
  type RecalculationLineKind,
  recalculationLineKindLabels,
  recalculationObstacleLabels,
} from "@linli/contracts/enums";
import { Button, Empty, Tabs, Tooltip } from "antd";
import { useState } from "react";
import { type Column, dateColumn, moneyColumn, textColumn } from "../../../components/columns";
import { ListTable } from "../../../components/list-table";
import { StatusTag } from "../../../components/status-tag";
import type { ListFilter } from "../../../lib/list-filter";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { useChargeDrawer } from "../charge-drawer";
import { FeeItemSelect } from "../fee-item-select";
import { WhyList } from "../why-list";
import { obstacleNotes } from "./recalculation-words";
import "./recalculations.css";
import { recalculationQueries } from "./recalculations.queries";

/** The differences: what can be recalculated first, then what stays and why. */
export function RecalculationLines({ recalculation }: { recalculation: RecalculationDto }) {
  const { id, lineCount, blockedCount } = recalculation;
  const [kind, setKind] = useState<RecalculationLineKind>(lineCount > 0 ? "CHANGE" : "BLOCKED");
  if (lineCount + blockedCount === 0)
    return <Empty description="没有差异：这些月份已出的账单与现在计算的相同，不需要重算" />;
  const counts = { CHANGE: lineCount, BLOCKED: blockedCount };
  return (
    <Tabs
      size="small"
      activeKey={kind}
      onChange={(key) => setKind(key as RecalculationLineKind)}
      destroyOnHidden
      items={(["CHANGE", "BLOCKED"] as const).map((key) => ({
        key,
        label: `${recalculationLineKindLabels[key]} ${counts[key].toLocaleString("en-US")}`,
        children: <Lines key={recalculation.status} id={id} kind={key} />,
      }))}
    />
  );
}

const filters = [
  { name: "q", label: "房号" },
  { name: "feeItemId", label: "收费项目", input: <FeeItemSelect aria-label="收费项目" /> },
] satisfies ListFilter<keyof RecalculationLineQueryDto & string>[];

function Lines({ id, kind }: { id: string; kind: RecalculationLineKind }) {
  const list = recalculationQueries.lines(useProjectId(), id);
  const table = useListTable({
    list: (query: RecalculationLineQueryDto) => list({ ...query, kind }),
    filters,
    paging: "cursor",
    keep: "memory",
  });
  const linkTo = usePageLink();
  const { drawer, show } = useChargeDrawer();
  const columns: Column<RecalculationLineDto>[] = [
    textColumn("roomCode", "房号", { to: ({ roomId }) => linkTo(`property/rooms/${roomId}`) }),
    textColumn("feeItemName", "收费项目"),
    dateColumn("serviceFrom", "自"),
    dateColumn("serviceTo", "至"),
    moneyColumn("oldFen", "原金额（元）"),
    moneyColumn("newFen", "现金额（元）"),
    moneyColumn("differenceFen", "差额（元）"),
    {
      key: "causes",
      title: "变动",
      render: (_value, { causes }) => causes.map((cause) => recalculationCauseLabels[cause]).join("、"),
    },
    moneyColumn("lateFeeFen", "已计违约金（元）", { hidden: true }),
    {
      key: "outcome",
      title: kind === "BLOCKED" ? "原因" : "结果",
      render: (_value, line) => <OutcomeOf line={line} />,
    },
  ];
  return (
    <>
      <ListTable
        name="recalculation-lines"
        table={table}
        columns={columns}
        expandable={{ expandedRowRender: (line) => <Comparison line={line} show={show} /> }}
        empty={kind === "BLOCKED" ? "没有不能重算的账单。" : "没有可以重算的账单。"}
      />
      {drawer}
    </>
  );
}

function OutcomeOf({ line: { obstacle, applied, leftOut } }: { line: RecalculationLineDto }) {
  const why = obstacle ?? leftOut;
  if (why)
    return (
      <Tooltip title={obstacleNotes[why]}>
        <span tabIndex={0}>
          <StatusTag value={why} labels={recalculationObstacleLabels} tones={{ [why]: "warning" }} />
        </span>
      </Tooltip>
    );
  return (
    <StatusTag value={applied ? "YES" : "NO"} labels={{ YES: "已重算", NO: "可以重算" }} tones={{ YES: "good" }} />
  );
}

/** How the bills came about before and how they would today. */
function Comparison({ line, show }: { line: RecalculationLineDto; show: (chargeId: string) => void }) {
  const why = line.obstacle ?? line.leftOut;
  return (
    <div className="recalculation-comparison">
      {why && <p className="difference-note">{obstacleNotes[why]}</p>}
      {line.lateFeeFen > 0 && (
        <p className="difference-note">
          已入账的违约金 {formatFen(line.lateFeeFen)} 元不随重算变动，多计的请用减免办理。
        </p>
      )}
      <div className="recalculation-sides">
        <Side title="原账单" bills={line.before} empty="没有账单" show={show} />
        <Side
          title={line.applied ? "新账单" : "按现在计算"}
          bills={line.after}
          empty={line.applied ? "现在不再收取，原账单已红冲" : "现在不再收取，重算时红冲原账单"}
          show={show}
        />
      </div>
    </div>
  );
}

function Side({
  title,
  bills,
  empty,
  show,
}: {
  title: string;
  bills: readonly RecalculationChargeDto[];
  empty: string;
  show: (chargeId: string) => void;
}) {
  return (
    <section aria-label={title}>
      <b>{title}</b>
      {bills.length === 0 && <p className="difference-note">{empty}</p>}
      {bills.map((bill) => (
        <div key={`${bill.serviceFrom} ${bill.payerId}`} className="recalculation-bill">
          <p>
            {bill.serviceFrom} 至 {bill.serviceTo} · {bill.payerName ?? "没有收费对象"} ·{" "}
            {bill.chargeId ? (
              <Button type="link" size="small" className="inline-button figures" onClick={() => show(bill.chargeId!)}>
                {formatFen(bill.amountFen)} 元
              </Button>
            ) : (
              <span className="figures">{formatFen(bill.amountFen)} 元</span>
            )}
            {bill.reducedFen > 0 && <>，空置减免 {formatFen(bill.reducedFen)} 元</>}
            {bill.discountFen > 0 && <>，优惠 {formatFen(bill.discountFen)} 元</>}
            {bill.waivedFen > 0 && <>，减免 {formatFen(bill.waivedFen)} 元</>}
          </p>
          {bill.explanation.length > 0 && <WhyList sentences={bill.explanation} />}
        </div>
      ))}
    </section>
  );
}
