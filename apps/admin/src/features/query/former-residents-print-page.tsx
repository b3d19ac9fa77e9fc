import { useQuery } from "@tanstack/react-query";
import type { FormerResidentDto, FormerResidentQueryDto } from "@linli/contracts";
import { relationRoleLabels } from "@linli/contracts/enums";
import { Alert } from "antd";
import { useSearchParams } from "react-router";
import { PrintPage } from "../../components/print-page";
import { type PrintColumn, PrintTable } from "../../components/print-table";
import { QueryView } from "../../components/query-view";
import { today } from "../../lib/dates";
import { useProject, useProjectId } from "../../lib/session";
import { searchQueries } from "./search.queries";

/** Rows on one print; a smaller period or one building gives fewer. */
const MOST_ROWS = 5000;

const columns: PrintColumn<FormerResidentDto>[] = [
  { title: "房号", whole: true, value: ({ roomCode }) => roomCode },
  { title: "楼栋单元", value: ({ buildingName, unitName }) => `${buildingName} ${unitName}` },
  { title: "姓名", value: ({ customerName }) => customerName },
  { title: "身份", value: ({ role }) => relationRoleLabels[role] },
  { title: "手机", whole: true, value: ({ mobileMasked }) => mobileMasked ?? "—" },
  { title: "起始日期", whole: true, value: ({ startsOn }) => startsOn },
  { title: "搬离日期", whole: true, value: ({ endsOn }) => endsOn },
  { title: "原因", value: ({ endReason }) => endReason ?? "—" },
];

/** The list of former owners and tenants on paper, telephones masked. */
export function FormerResidentsPrintPage() {
  const [params] = useSearchParams();
  const filter = Object.fromEntries(params) as object as FormerResidentQueryDto;
  const project = useProject();
  const query = useQuery(searchQueries.everyFormerResident(useProjectId(), filter, MOST_ROWS));
  return (
    <QueryView query={query}>
      {({ items, isMore }) => (
        <PrintPage title="单元历史住户一览表">
          {isMore && (
            <Alert type="warning" showIcon title={`这里只有最近搬离的 ${MOST_ROWS} 位，请按楼栋或日期分次打印`} />
          )}
          <article className="print-sheet a4-sheet">
            <p className="print-organisation">{project.name}</p>
            <h1 className="print-title">单元历史住户一览表</h1>
            <p className="print-label">
              打印日期 {today()}，共 {items.length} 位{filter.endedFrom && `，${filter.endedFrom} 起`}
              {filter.endedTo && `，${filter.endedTo} 止`}
            </p>
            <PrintTable label="历史住户" columns={columns} rows={items} />
          </article>
        </PrintPage>
      )}
    </QueryView>
  );
}
