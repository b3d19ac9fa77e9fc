import type { RunDto, RunLineDto, RunLineQueryDto } from "@linli/contracts";
import { runDifferenceLabels, type RunDifference } from "@linli/contracts/enums";
import { Button, Empty, Popover, Tabs } from "antd";
import { useState } from "react";
import { type Column, dateColumn, moneyColumn, statusColumn, textColumn } from "../../components/columns";
import { ListTable } from "../../components/list-table";
import type { ListFilter } from "../../lib/list-filter";
import { formatFen } from "../../lib/money";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { FeeItemSelect } from "./fee-item-select";
import { runQueries } from "./runs.queries";
import { RecalculateIssued } from "./recalculations/recalculate-issued";
import { differenceNotes, differenceOrder, differenceTones } from "./runs-words";
import { WhyList } from "./why-list";

type Tab = RunDifference | "ALL";

/** Kinds of which a sentence says more than the amount of the month before. */
const NOTED: ReadonlySet<RunDifference> = new Set(["NO_START", "NO_DEVELOPER", "ISSUED"]);

/** The rehearsed lines by kind of difference, what needs a look first. */
export function RunLines({ run }: { run: RunDto }) {
  const present = differenceOrder.filter((kind) => (run.differences[kind] ?? 0) > 0);
  const [tab, setTab] = useState<Tab>(present.find((kind) => kind !== "NONE" && kind !== "NEW") ?? "ALL");
  if (present.length === 0) return <Empty description="没有要出账的费用：都已出账，或没有绑定收费标准" />;
  const total = present.reduce((sum, kind) => sum + (run.differences[kind] ?? 0), 0);
  return (
    <Tabs
      activeKey={tab}
      onChange={(key) => setTab(key as Tab)}
      destroyOnHidden
      items={[
        ...present.map((kind) => ({
          key: kind,
          label: `${runDifferenceLabels[kind]} ${(run.differences[kind] ?? 0).toLocaleString("en-US")}`,
          children: (
            <>
              {kind === "ISSUED" && <RecalculateIssued run={run} />}
              <Lines runId={run.id} difference={kind} />
            </>
          ),
        })),
        { key: "ALL", label: `全部 ${total.toLocaleString("en-US")}`, children: <Lines runId={run.id} /> },
      ]}
    />
  );
}

const filters = [
  { name: "q", label: "房号" },
  { name: "feeItemId", label: "收费项目", input: <FeeItemSelect aria-label="收费项目" /> },
] satisfies ListFilter<keyof RunLineQueryDto & string>[];

function Lines({ runId, difference }: { runId: string; difference?: RunDifference }) {
  const list = runQueries.lines(useProjectId(), runId);
  const table = useListTable({
    list: (query: RunLineQueryDto) => list({ ...query, ...(difference && { difference }) }),
    filters,
    paging: "cursor",
    keep: "memory",
  });
  const linkTo = usePageLink();
  const columns: Column<RunLineDto>[] = [
    textColumn("roomCode", "房号", { to: ({ roomId }) => linkTo(`property/rooms/${roomId}`) }),
    textColumn("feeItemName", "收费项目"),
    textColumn("rateName", "收费标准"),
    textColumn("payerName", "收费对象", {
      to: ({ payerId }) => (payerId ? linkTo(`customer/customers/${payerId}`) : undefined),
    }),
    dateColumn("serviceFrom", "自"),
    dateColumn("serviceTo", "至"),
    {
      ...moneyColumn<RunLineDto>("amountFen", "金额（元）"),
      render: (_value, line) => <Amount line={line} />,
    },
    difference && NOTED.has(difference) ? noteColumn : moneyColumn<RunLineDto>("previousFen", "上月（元）"),
    ...(difference ? [] : [statusColumn<RunLineDto>("difference", "差异", runDifferenceLabels, differenceTones)]),
  ];
  return (
    <>
      {difference && <p className="difference-note">{differenceNotes[difference]}</p>}
      <ListTable name="run-lines" table={table} columns={columns} />
    </>
  );
}

/** A sentence, wrapped: the table is as wide as what stands in it. */
const noteColumn: Column<RunLineDto> = {
  ...textColumn<RunLineDto>("note", "说明"),
  render: (_value, { note }) => <div className="run-note">{note ?? "—"}</div>,
};

/** The amount opens its explanation. */
function Amount({ line }: { line: RunLineDto }) {
  const text = <span className="figures">{formatFen(line.amountFen)}</span>;
  if (line.explanation.length === 0) return text;
  return (
    <Popover trigger="click" title="为什么是这个金额" content={<WhyList sentences={line.explanation} />}>
      <Button
        type="link"
        size="small"
        className="inline-button"
        aria-label={`${line.roomCode} ${formatFen(line.amountFen)} 元，为什么是这个金额`}
      >
        {text}
      </Button>
    </Popover>
  );
}
