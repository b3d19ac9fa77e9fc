import { useMutation } from "@tanstack/react-query";
import type { SharePoolDto, SharePoolQueryDto } from "@linli/contracts";
import { shareMethodLabels, shareSourceLabels, shareStatusLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Can } from "../../../components/can";
import { actionsColumn, type Column, moneyColumn, statusColumn, textColumn } from "../../../components/columns";
import { ConfirmButton } from "../../../components/confirm-button";
import { PeriodPicker } from "../../../components/date-input";
import { ListPage } from "../../../components/list-page";
import { thisPeriod } from "../../../lib/dates";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { SharePoolForm } from "./share-pool-form";
import { removePool, shareQueries } from "./shares.queries";

export const shareTones = { NONE: "neutral", DRAFT: "warning", CONFIRMED: "good" } as const;

const filters = [
  { name: "q", label: "分摊项目", placeholder: "名称或用途" },
  { name: "period", label: "月份", input: <PeriodPicker aria-label="月份" placeholder="本月" /> },
  { name: "active", label: "状态", labels: { true: "启用", false: "停用" }, width: 120 },
] satisfies ListFilter<keyof SharePoolQueryDto & string>[];

const columns: Column<SharePoolDto>[] = [
  textColumn("name", "分摊项目", { to: ({ id, period }) => `${id}?period=${period}` }),
  textColumn("period", "月份"),
  statusColumn("status", "本月状态", shareStatusLabels, shareTones),
  moneyColumn("amountFen", "本月金额（元）"),
  textColumn("purpose", "公摊用途"),
  textColumn("feeItemName", "收费项目"),
  statusColumn("method", "分摊方式", shareMethodLabels),
  statusColumn("source", "金额来源", shareSourceLabels),
  {
    key: "active",
    title: "状态",
    render: (_value, { active }) => (
      <span className={`tone tone-${active ? "good" : "neutral"}`}>{active ? "启用" : "停用"}</span>
    ),
  },
];

/** 公摊: public costs that rooms share, and where each stands in a month (BIL-24). */
export function SharesPage() {
  const table = useListTable({ list: shareQueries.list(useProjectId()), filters });
  const mayKeep = useCan("billing:rates");
  return (
    <ListPage
      name="share-pools"
      title="公摊"
      help="shares"
      table={table}
      columns={mayKeep ? [...columns, actionsColumn<SharePoolDto>((pool) => <Actions pool={pool} />)] : columns}
      rowTo={({ id, period }) => `${id}?period=${period ?? thisPeriod()}`}
      actions={
        <Can do="billing:rates">
          <SharePoolForm trigger={<Button type="primary">新建分摊项目</Button>} />
        </Can>
      }
      empty="还没有分摊项目。先建一个种类为“分摊”的收费项目，再新建分摊项目，每月填写金额并确认。"
    />
  );
}

function Actions({ pool }: { pool: SharePoolDto }) {
  const { mutateAsync: remove } = useMutation(removePool(useProjectId()));
  return (
    <>
      <SharePoolForm pool={pool} trigger={<Button type="link">修改</Button>} />
      {!pool.inUse && (
        <ConfirmButton
          type="link"
          danger
          title={`删除分摊项目 ${pool.name}？`}
          okText="删除"
          onConfirm={() => remove(pool.id)}
        >
          删除
        </ConfirmButton>
      )}
    </>
  );
}
