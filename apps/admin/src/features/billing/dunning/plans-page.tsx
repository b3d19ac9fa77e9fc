import { useQuery } from "@tanstack/react-query";
import type { DunningPlanDto } from "@linli/contracts";
import { Button, Card, Empty, Table } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { dunningQueries } from "./dunning.queries";
import { PlanForm } from "./plan-form";

/** 催缴计划: when which notices are due; a plan reminds, somebody previews and issues (BIL-113). */
export function DunningPlansPage() {
  const query = useQuery(dunningQueries.plans(useProjectId()));
  return (
    <>
      <PageHeader
        title="催缴计划"
        help="dunning"
        description="例如每月到期前送账单、每季书面催款。到期的计划在这里提示，预览后由人发出，不会自动发送。"
        actions={
          <Can do="project:settings">
            <PlanForm trigger={<Button type="primary">新建计划</Button>} />
          </Can>
        }
      />
      <QueryView query={query}>{({ items }) => <Plans plans={items} />}</QueryView>
    </>
  );
}

function Plans({ plans }: { plans: readonly DunningPlanDto[] }) {
  const issueTo = usePageLink()("billing/dunning/batches/new");
  if (plans.length === 0)
    return (
      <Card>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有催缴计划。没有计划也可以随时批量催款。" />
      </Card>
    );
  return (
    <Table<DunningPlanDto>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={[...plans]}
      columns={[
        { dataIndex: "name", title: "计划" },
        { dataIndex: "levelName", title: "级别" },
        { key: "where", title: "范围", render: (_v, { buildingName }) => buildingName ?? "全部楼栋" },
        {
          key: "min",
          title: "欠费不少于",
          align: "right",
          render: (_v, { minAmountFen }) => (minAmountFen ? <Money fen={minAmountFen} unit /> : "按级别"),
        },
        {
          key: "rhythm",
          title: "周期",
          render: (_v, { everyMonths, daysBefore }) =>
            `${everyMonths === 1 ? "每月" : `每 ${everyMonths} 个月`}${daysBefore === null ? "" : `，应缴日前 ${daysBefore} 天`}`,
        },
        { key: "last", title: "上次发出", className: "figures", render: (_v, { lastOn }) => lastOn ?? "—" },
        {
          key: "due",
          title: "到期日",
          render: (_v, { active, isDue, dueOn }) =>
            active ? (
              <span className={isDue ? "figures nowrap tone tone-warning" : "figures nowrap"}>
                {isDue ? `${dueOn} 已到期` : dueOn}
              </span>
            ) : (
              <span className="tone tone-neutral">已停用</span>
            ),
        },
        {
          key: "actions",
          title: "操作",
          render: (_v, plan) => (
            <span className="row-actions">
              {plan.active && issueTo && (
                <Can do="billing:dun">
                  <Link to={`${issueTo}?planId=${plan.id}`}>{plan.daysBefore === null ? "去催款" : "去送账单"}</Link>
                </Can>
              )}
              <Can do="project:settings">
                <PlanForm
                  plan={plan}
                  trigger={
                    <Button type="link" size="small">
                      修改
                    </Button>
                  }
                />
              </Can>
            </span>
          ),
        },
      ]}
    />
  );
}
