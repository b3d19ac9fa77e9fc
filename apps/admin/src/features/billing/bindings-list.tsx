import { useMutation } from "@tanstack/react-query";
import type { BindingDto, BindingQueryDto } from "@linli/contracts";
import { Button, Flex } from "antd";
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { actionsColumn, type Column, dateColumn, textColumn } from "../../components/columns";
import { ConfirmButton } from "../../components/confirm-button";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { ListTable } from "../../components/list-table";
import type { ListFilter } from "../../lib/list-filter";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useListTable } from "../../lib/use-list-table";
import { ExportButton } from "../exports/export-button";
import { BuildingSelect } from "../property/building-select";
import { bindingQueries, endBinding, removeBinding } from "./bindings.queries";
import { EndEarly } from "./early-ends/end-early";
import { FeeItemSelect } from "./fee-item-select";
import { RateSelect } from "./rate-select";

type Filter = ListFilter<keyof BindingQueryDto & string>;
const room: Filter = { name: "q", label: "房间或对象", placeholder: "房号、车位、车牌或合同号" };
const building: Filter = { name: "buildingId", label: "楼栋", input: <BuildingSelect aria-label="楼栋" /> };
const inForce: Filter = { name: "on", label: "生效日", input: <DateInput placeholder="全部" style={{ width: 140 }} /> };
const everywhere: Filter[] = [
  room,
  building,
  { name: "feeItemId", label: "收费项目", input: <FeeItemSelect aria-label="收费项目" /> },
  { name: "rateId", label: "收费标准", input: <RateSelect aria-label="收费标准" /> },
  inForce,
];

/** Follows a link from a space or contract: that one alone, though its number may begin another's. */
const onlyObject = (id: string): Filter => ({
  name: "objectId",
  label: "计费对象",
  labels: { [id]: "只看所选的一个" },
});

/** Bindings: all of the project, those of one rate, or those of one room. */
export function BindingList({ rateId, roomId, empty }: { rateId?: string; roomId?: string; empty?: ReactNode }) {
  const projectId = useProjectId();
  const isWhole = rateId === undefined && roomId === undefined;
  const objectId = useSearchParams()[0].get("objectId");
  const whole = objectId ? [...everywhere, onlyObject(objectId)] : everywhere;
  const table = useListTable({
    list: (query: BindingQueryDto) =>
      bindingQueries.list(projectId)({ ...query, ...(rateId && { rateId }), ...(roomId && { roomId }) }),
    filters: isWhole ? whole : rateId ? [room, building, inForce] : [],
    keep: isWhole ? "url" : "memory",
  });
  const mayBind = useCan("billing:bind");
  const mayEndEarly = useCan("billing:reverse");
  const linkTo = usePageLink();
  const columns: Column<BindingDto>[] = [
    ...(roomId
      ? []
      : [textColumn<BindingDto>("roomCode", "房号", { to: (row) => linkTo(`property/rooms/${row.roomId}`) })]),
    textColumn<BindingDto>("objectLabel", "计费对象"),
    ...(rateId
      ? []
      : [
          textColumn<BindingDto>("feeItemName", "收费项目"),
          textColumn<BindingDto>("rateName", "收费标准", { to: (row) => linkTo(`billing/rates/${row.rateId}`) }),
        ]),
    dateColumn("startsOn", "开始"),
    {
      key: "endsOn",
      title: "结束",
      render: (_value, { endsOn }) => <span className="figures">{endsOn ?? "长期"}</span>,
    },
    { key: "agreed", title: "单独约定", render: (_value, binding) => <Agreed binding={binding} /> },
    dateColumn("billedTo", "已出账到"),
  ];
  return (
    <>
      {isWhole && (
        <Flex justify="end" style={{ marginBlockEnd: 8 }}>
          <ExportButton kinds={["BINDINGS"]} filter={table.values} />
        </Flex>
      )}
      <ListTable
        name={roomId ? "room-bindings" : "bindings"}
        table={table}
        columns={
          mayBind || mayEndEarly
            ? [
                ...columns,
                actionsColumn<BindingDto>((row) => (
                  <>
                    {mayBind && <Actions binding={row} />}
                    {mayEndEarly && row.canEndEarly && <EndEarly binding={row} />}
                  </>
                )),
              ]
            : columns
        }
        empty={empty ?? "还没有绑定。绑定说明哪些房间、车位从哪天起按哪个标准收费。"}
      />
    </>
  );
}

function Agreed({ binding: { quantity, unitPrice, overrideReason } }: { binding: BindingDto }) {
  const parts = [quantity && `数量 ${quantity}`, unitPrice && `单价 ${unitPrice} 元`].filter(Boolean);
  if (parts.length === 0) return <>—</>;
  return <span title={overrideReason ?? undefined}>{parts.join("，")}</span>;
}

/** From when on a binding can end, and by what a metered one does. */
function endNote({ billedTo, canEndEarly, metered, roomCode }: BindingDto, meters: string | undefined): ReactNode {
  if (metered)
    return (
      <>
        走表收费按止码结算：先登记最后一天的止码，再结束绑定；这次用量随该月的走表费用出账。月末结束的，用当月的抄表。
        {billedTo && `已出账到 ${billedTo}，结束日期不能更早。`}
        {meters && (
          <>
            {" "}
            <Link to={meters}>到 {roomCode} 的仪表登记止码</Link>
          </>
        )}
      </>
    );
  if (!billedTo) return undefined;
  return `已出账到 ${billedTo}，结束日期不能更早${canEndEarly ? "；要退已出账、已预缴的部分，用“提前终止”" : ""}。`;
}

function Actions({ binding }: { binding: BindingDto }) {
  const projectId = useProjectId();
  const { mutateAsync: end } = useMutation(endBinding(projectId, binding.id));
  const { mutateAsync: remove } = useMutation(removeBinding(projectId));
  const linkTo = usePageLink();
  const what = `${binding.objectLabel ?? binding.roomCode} · ${binding.rateName}`;
  return (
    <>
      <FormDialog<{ endsOn: string }>
        name={`end-binding-${binding.id}`}
        title={`结束绑定 ${what}`}
        dto="EndBindingDto"
        kind="modal"
        submitText="结束"
        trigger={<Button type="link">{binding.endsOn ? "改结束日" : "结束"}</Button>}
        initialValues={{ endsOn: binding.endsOn ?? undefined }}
        note={endNote(binding, linkTo(`property/rooms/${binding.roomId}?tab=meters`))}
        onFinish={end}
      >
        <Field name="endsOn">
          <DateInput min={binding.startsOn} />
        </Field>
      </FormDialog>
      {!binding.billedTo && (
        <ConfirmButton
          type="link"
          danger
          title={`删除绑定 ${what}？`}
          content="还没有出过账，可以删除。"
          okText="删除"
          onConfirm={() => remove(binding.id)}
        >
          删除
        </ConfirmButton>
      )}
    </>
  );
}
