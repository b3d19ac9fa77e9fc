import type { LossQueryDto, MeterLossDto } from "@linli/contracts";
import { meterKindLabels } from "@linli/contracts/enums";
import { Link } from "react-router";
import { type Column, statusColumn, textColumn } from "../../../components/columns";
import { PeriodPicker } from "../../../components/date-input";
import { ListPage } from "../../../components/list-page";
import { formatPeriod, thisPeriod } from "../../../lib/dates";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { usageText } from "./meter-words";
import { meterQueries } from "./meters.queries";

const filters = [
  { name: "period", label: "月份", input: <PeriodPicker aria-label="月份" placeholder="本月" /> },
  { name: "kind", label: "表类", labels: meterKindLabels, width: 120 },
] satisfies ListFilter<keyof LossQueryDto & string>[];

/** 损耗: master meters against the meters behind them (BIL-25). */
export function LossesPage() {
  const projectId = useProjectId();
  const losses = meterQueries.losses(projectId);
  const table = useListTable({
    list: (query: Partial<LossQueryDto>) => losses({ ...query, period: query.period ?? thisPeriod() }),
    filters,
  });
  return (
    <ListPage
      name="meter-losses"
      title="总分表损耗"
      help="meters"
      table={table}
      columns={columns(projectId)}
      summary={() =>
        `${formatPeriod(table.values["period"]?.toString() ?? thisPeriod())}的用量比较；损耗只统计，不计费。`
      }
      empty="没有设分表的总表。在表具资料里为分表选择总表后，这里按月比较。"
    />
  );
}

const columns = (projectId: string): Column<MeterLossDto>[] => [
  {
    key: "no",
    title: "总表",
    render: (_value, { id, no }) => <Link to={`/p/${projectId}/billing/meters/${id}`}>{no}</Link>,
  },
  statusColumn("kind", "表类", meterKindLabels),
  { key: "where", title: "安装在", render: (_value, { buildingName }) => buildingName ?? "管理区" },
  textColumn("position", "位置"),
  figures("masterUse", "总表用量", ({ masterUse, kind }) => (masterUse === null ? "未抄" : usageText(masterUse, kind))),
  figures("subUse", "分表合计", ({ subUse, kind }) => usageText(subUse, kind)),
  figures("subCount", "分表", ({ subCount, missingCount }) =>
    missingCount > 0 ? `${subCount} 只（${missingCount} 只未抄）` : `${subCount} 只`,
  ),
  figures("loss", "损耗", (row) =>
    row.loss !== null && row.loss.startsWith("-") ? (
      <span className="tone tone-bad">{usageText(row.loss, row.kind)}</span>
    ) : (
      usageText(row.loss, row.kind)
    ),
  ),
  figures("lossPercent", "损耗率", ({ lossPercent }) => (lossPercent === null ? "—" : `${lossPercent}%`)),
];

function figures(key: string, title: string, render: (row: MeterLossDto) => React.ReactNode): Column<MeterLossDto> {
  return { key, title, align: "right", className: "figures nowrap", render: (_value, row) => render(row) };
}
