import { useQuery } from "@tanstack/react-query";
import type { ContractorDefectsDto, DefectDto, DefectQueryDto } from "@linli/contracts";
import { defectAgeLabels, defectSeverityLabels, defectStateLabels } from "@linli/contracts/enums";
import { Button, Flex, Select } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { actionsColumn, type Column, countColumn, statusColumn, textColumn } from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import { PrintButton } from "../../../components/print-button";
import { yesNoLabels } from "../../../lib/labels";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useIsNarrow } from "../../../lib/use-is-narrow";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../building-select";
import { DefectCard, FixButton, RecheckButton } from "./defect-card";
import "./inspections.css";
import { defectQueries } from "./inspections.queries";
import { defectTones } from "./inspections.words";

const filters = [
  { name: "q", label: "关键字", placeholder: "房号、位置或描述" },
  { name: "contractor", label: "责任单位", input: <ContractorSelect /> },
  { name: "state", label: "状态", labels: defectStateLabels },
  { name: "overdue", label: "逾期", labels: yesNoLabels },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
  { name: "age", label: "存在时间", labels: defectAgeLabels },
] satisfies ListFilter<keyof DefectQueryDto & string>[];

const columns = (projectId: string): Column<DefectDto>[] => [
  textColumn("roomCode", "房间", { to: ({ roomId }) => `/p/${projectId}/property/rooms/${roomId}?tab=inspections` }),
  textColumn("place", "位置"),
  textColumn("description", "缺陷", { ellipsis: true }),
  statusColumn("severity", "程度", defectSeverityLabels, { SEVERE: "bad", MAJOR: "warning" }),
  textColumn("contractor", "责任单位"),
  {
    key: "deadline",
    title: "整改期限",
    render: (_: unknown, { deadline, overdue }) => (
      <span className="figures nowrap">
        {deadline} {overdue && <span className="tone tone-bad">逾期</span>}
      </span>
    ),
  },
  countColumn("daysOpen", "天数"),
  statusColumn("state", "状态", defectStateLabels, defectTones),
  textColumn("inspectionNumber", "验收单", {
    to: ({ inspectionId }) => `/p/${projectId}/property/inspections/${inspectionId}`,
  }),
  actionsColumn(
    (defect) => (
      <Can do="property:inspect">
        {defect.state === "OPEN" && <FixButton defect={defect} />}
        {defect.state === "FIXED" && <RecheckButton defect={defect} />}
      </Can>
    ),
    110,
  ),
];

/** 缺陷整改: what contractors still have to put right, the longest overdue first. */
export function DefectsPage() {
  const projectId = useProjectId();
  const isNarrow = useIsNarrow();
  const table = useListTable({ list: defectQueries.list(projectId), filters, paging: "cursor" });
  return (
    <ListPage
      name="defects"
      title="缺陷整改"
      help="inspections"
      above={<Contractors />}
      table={table}
      columns={isNarrow ? cardColumns(projectId) : columns(projectId)}
      empty="没有缺陷。验收时登记的缺陷会出现在这里。"
    />
  );
}

/** On a telephone a defect is a card. */
const cardColumns = (projectId: string): Column<DefectDto>[] => [
  {
    key: "defect",
    title: "缺陷",
    render: (_: unknown, defect) => (
      <>
        <Link to={`/p/${projectId}/property/inspections/${defect.inspectionId}`}>{defect.roomCode}</Link>
        <DefectCard defect={defect} />
      </>
    ),
  },
];

/** What each contractor still has to do; a click shows his, the paper is for him. */
function Contractors() {
  const projectId = useProjectId();
  const { data } = useQuery(defectQueries.contractors(projectId));
  const busy = data?.items.filter(({ open, fixed }) => open + fixed > 0) ?? [];
  if (busy.length === 0) return null;
  return (
    <section aria-label="责任单位" className="contractors">
      {busy.map((one) => (
        <article key={one.contractor} className="contractor" aria-label={one.contractor}>
          <Link to={`?contractor=${encodeURIComponent(one.contractor)}`}>
            <strong>{one.contractor}</strong>
          </Link>
          <span>{wordsOf(one)}</span>
          <Flex gap={8}>
            <Link to={`print?contractor=${encodeURIComponent(one.contractor)}`} target="_blank">
              <Button size="small" tabIndex={-1}>
                打印整改单
              </Button>
            </Link>
            <PrintButton
              size="small"
              aria-label={`${one.contractor}的整改单 PDF`}
              path={`/projects/${projectId}/defects/pdf?contractor=${encodeURIComponent(one.contractor)}`}
            >
              PDF
            </PrintButton>
          </Flex>
        </article>
      ))}
    </section>
  );
}

const wordsOf = ({ open, fixed, overdue, oldestDays }: ContractorDefectsDto) =>
  [`待整改 ${open}`, `待复验 ${fixed}`, `逾期 ${overdue}`, `最久 ${oldestDays ?? 0} 天`].join(" · ");

function ContractorSelect(props: { id?: string; value?: string; onChange?: (value: string) => void }) {
  const { data } = useQuery(defectQueries.contractors(useProjectId()));
  return (
    <Select
      {...props}
      allowClear
      showSearch
      placeholder="全部"
      style={{ width: 180 }}
      options={data?.items.map(({ contractor }) => ({ value: contractor, label: contractor }))}
    />
  );
}
