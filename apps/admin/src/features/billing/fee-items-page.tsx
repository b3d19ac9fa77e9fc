import { useMutation } from "@tanstack/react-query";
import type { FeeItemDto, FeeItemQueryDto } from "@linli/contracts";
import { feeItemKindLabels, incomeClassLabels, printFormLabels } from "@linli/contracts/enums";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { actionsColumn, type Column, countColumn, statusColumn, textColumn } from "../../components/columns";
import { ConfirmButton } from "../../components/confirm-button";
import { ListPage } from "../../components/list-page";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useListTable } from "../../lib/use-list-table";
import { FeeItemForm } from "./fee-item-form";
import { feeItemQueries, removeFeeItem } from "./fee-items.queries";

const activeLabels = { true: "启用", false: "停用" } as const;

const filters = [
  { name: "q", label: "项目", placeholder: "代码、名称、简称或助记码", width: 210 },
  { name: "kind", label: "种类", labels: feeItemKindLabels, width: 120 },
  { name: "active", label: "状态", labels: activeLabels, width: 120 },
] satisfies ListFilter<keyof FeeItemQueryDto & string>[];

/** 收费项目: what is charged for (BIL-01). */
export function FeeItemsPage() {
  const table = useListTable({ list: feeItemQueries.list(useProjectId()), filters });
  const mayKeep = useCan("billing:rates");
  return (
    <ListPage
      name="fee-items"
      title="收费项目"
      help="charging"
      table={table}
      columns={mayKeep ? [...columns, actionsColumn<FeeItemDto>((item) => <Actions item={item} />)] : columns}
      actions={
        <Can do="billing:rates">
          <FeeItemForm trigger={<Button type="primary">新建收费项目</Button>} />
        </Can>
      }
      empty="还没有收费项目。先新建项目，再设收费标准，然后绑定到房间。"
    />
  );
}

const columns: Column<FeeItemDto>[] = [
  textColumn("code", "代码"),
  textColumn("name", "名称"),
  textColumn("shortName", "简称", { hidden: true }),
  statusColumn("kind", "种类", feeItemKindLabels),
  statusColumn("incomeClass", "收入类别", incomeClassLabels, { PUBLIC: "warning" }),
  {
    key: "collectedForOthers",
    title: "代收代付",
    render: (_value, { collectedForOthers }) => (collectedForOthers ? "是" : "—"),
  },
  textColumn("unit", "计费单位"),
  countColumn("currentTaxRate", "今日税率（%）"),
  textColumn("mnemonic", "助记码", { hidden: true }),
  textColumn("parentName", "上级项目", { hidden: true }),
  statusColumn("printForm", "打印方式", printFormLabels, {}, { hidden: true }),
  textColumn("taxCode", "税收分类编码", { hidden: true }),
  textColumn("financeCode", "财务代码", { hidden: true }),
  {
    key: "rateCount",
    title: "收费标准",
    align: "right",
    render: (_value, { id, rateCount }) =>
      rateCount > 0 ? (
        <Link to={`../rates?feeItemId=${id}`} relative="path">
          {rateCount}
        </Link>
      ) : (
        0
      ),
  },
  {
    key: "active",
    title: "状态",
    render: (_value, { active }) => (
      <span className={`tone tone-${active ? "good" : "neutral"}`}>{active ? "启用" : "停用"}</span>
    ),
  },
  textColumn("remark", "备注", { hidden: true }),
];

function Actions({ item }: { item: FeeItemDto }) {
  const { mutateAsync: remove } = useMutation(removeFeeItem(useProjectId()));
  return (
    <>
      <FeeItemForm item={item} trigger={<Button type="link">修改</Button>} />
      {!item.inUse && (
        <ConfirmButton
          type="link"
          danger
          title={`删除收费项目 ${item.name}？`}
          okText="删除"
          onConfirm={() => remove(item.id)}
        >
          删除
        </ConfirmButton>
      )}
    </>
  );
}
