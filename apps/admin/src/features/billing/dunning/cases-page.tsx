import { useQuery } from "@tanstack/react-query";
import type { DunningCaseQueryDto, DunningFilterDto, DunningTotalsDto } from "@linli/contracts";
import {
  dunningCaseStateLabels,
  dunningMarkLabels,
  dunningSortLabels,
  LIMITATION_NEAR_DAYS,
} from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { ListPage } from "../../../components/list-page";
import { Money } from "../../../components/money";
import { StatCard } from "../../../components/stat-card";
import type { ListFilter } from "../../../lib/list-filter";
import { type LinkToPage, usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../../property/building-select";
import { caseColumns } from "./case-columns";
import { dunningQueries } from "./dunning.queries";
import { LevelSelect } from "./level-select";

const lateChoices = { "30": "30 天以上", "90": "90 天以上", "180": "180 天以上", "365": "1 年以上", "730": "2 年以上" };
const amountChoices = {
  "10000": "100 元以上",
  "50000": "500 元以上",
  "100000": "1,000 元以上",
  "500000": "5,000 元以上",
};
const limitationChoices = {
  "0": "已届满或今天届满",
  "90": "90 天内届满",
  [LIMITATION_NEAR_DAYS]: `${LIMITATION_NEAR_DAYS} 天内届满`,
  "365": "1 年内届满",
};

const filters = [
  { name: "q", label: "关键字", placeholder: "房号、姓名或客户编号", width: 200 },
  { name: "levelId", label: "上次级别", input: <LevelSelect demandsOnly allowClear style={{ width: 140 }} /> },
  { name: "limitationWithin", label: "诉讼时效", labels: limitationChoices, width: 160 },
  { name: "mark", label: "情况", labels: dunningMarkLabels, width: 130 },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect /> },
  { name: "minFen", label: "欠费", labels: amountChoices },
  { name: "minDaysLate", label: "逾期", labels: lateChoices },
  { name: "state", label: "状态", labels: dunningCaseStateLabels, placeholder: dunningCaseStateLabels.OPEN },
  { name: "sort", label: "排序", labels: dunningSortLabels, placeholder: dunningSortLabels.AMOUNT },
] satisfies ListFilter<keyof DunningCaseQueryDto & string>[];

/** 催缴案件: who owes what is overdue, how he was asked to pay, and until when a court would hear it (BIL-113). */
export function DunningCasesPage() {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const mayDun = useCan("billing:dun");
  const table = useListTable({ list: dunningQueries.cases(projectId), filters, paging: "cursor" });
  const { sort: _sort, ...scope } = table.values as DunningFilterDto & { sort?: string };
  const { data: totals } = useQuery(dunningQueries.totals(projectId, scope));
  return (
    <ListPage
      name="dunning-cases"
      title="催缴案件"
      help="dunning"
      table={table}
      columns={caseColumns(linkTo, { withRoom: true })}
      rowTo={({ roomId, payerId }) => `cases/${roomId}/${payerId}`}
      above={totals && <Figures totals={totals} linkTo={linkTo} />}
      actions={
        mayDun && (
          <Link to="batches/new">
            <Button type="primary" tabIndex={-1}>
              批量催款
            </Button>
          </Link>
        )
      }
      empty="没有符合条件的案件。逾期的欠费自动列在这里。"
    />
  );
}

function Figures({ totals, linkTo }: { totals: DunningTotalsDto; linkTo: LinkToPage }) {
  const { cases, openFen, neverAsked, limitationNear, limitationNearFen, limitationOver, limitationOverFen } = totals;
  return (
    <div className="card-grid" style={{ marginBottom: 12 }}>
      <StatCard title="逾期欠费（元）" value={<Money fen={openFen} />} hint={`${cases} 户`} />
      <StatCard
        title="从未催缴"
        value={`${neverAsked} 户`}
        hint="指现在的欠费"
        to={linkTo("billing/dunning?mark=NEVER")}
        tone={neverAsked > 0 ? "warning" : "plain"}
      />
      <StatCard
        title={`${LIMITATION_NEAR_DAYS} 天内时效届满（元）`}
        value={<Money fen={limitationNearFen} />}
        hint={`${limitationNear} 笔`}
        to={linkTo(`billing/dunning?limitationWithin=${LIMITATION_NEAR_DAYS}`)}
        tone={limitationNear > 0 ? "warning" : "plain"}
      />
      <StatCard
        title="时效已届满（元）"
        value={<Money fen={limitationOverFen} />}
        hint={`${limitationOver} 笔；债务人书面承诺后重新计算`}
        to={linkTo("billing/dunning?limitationWithin=0")}
        tone={limitationOver > 0 ? "bad" : "plain"}
      />
    </div>
  );
}
