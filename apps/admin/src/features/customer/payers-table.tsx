import { useMutation } from "@tanstack/react-query";
import type { EndPayerDto, PayerDto } from "@linli/contracts";
import { Button, Table, type TableColumnType } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { endPayer } from "./customer.queries";
import { lasts, lastsOrComes, spanText } from "./customer.words";

/** Who pays, from when to when, seen from a customer or from a room. */
export function PayersTable({ side, payers }: { side: "customer" | "room"; payers: readonly PayerDto[] }) {
  const linkTo = usePageLink();
  const day = today();
  const columns: TableColumnType<PayerDto>[] = [
    {
      title: side === "room" ? "收费对象" : "房间",
      key: "other",
      render: (_value, { customerId, customerName, roomId, roomCode }) => {
        const to = linkTo(
          side === "room" ? `customer/customers/${customerId}` : `property/rooms/${roomId}?tab=relations`,
        );
        const text = side === "room" ? customerName : roomCode;
        return to ? <Link to={to}>{text}</Link> : text;
      },
    },
    { title: "收费项目", key: "feeItem", render: (_value, { feeItemName }) => feeItemName ?? "全部收费项目" },
    {
      title: "起止",
      key: "span",
      render: (_value, payer) => <span className="figures nowrap">{spanText(payer)}</span>,
    },
    {
      title: "状态",
      key: "state",
      render: (_value, payer) => <State payer={payer} day={day} />,
    },
    {
      title: "操作",
      key: "actions",
      width: 80,
      render: (_value, payer) =>
        lastsOrComes(payer, day) && (
          <Can do="customer:write">
            <EndPayer payer={payer} />
          </Can>
        ),
    },
  ];
  return (
    <Table<PayerDto>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...payers]}
      pagination={false}
      scroll={{ x: "max-content" }}
      rowClassName={(payer) => (lastsOrComes(payer, day) ? "" : "ended")}
      locale={{ emptyText: side === "room" ? "没有指定收费对象：由唯一的业主付" : "没有被指定为收费对象" }}
    />
  );
}

function State({ payer, day }: { payer: PayerDto; day: string }) {
  if (lasts(payer, day)) return <span className="tone tone-good">现在</span>;
  return lastsOrComes(payer, day) ? (
    <span className="tone tone-active">将来</span>
  ) : (
    <span className="tone tone-neutral">以前</span>
  );
}

function EndPayer({ payer }: { payer: PayerDto }) {
  const { mutateAsync } = useMutation(endPayer(useProjectId(), payer.id));
  return (
    <FormDialog<EndPayerDto>
      name={`end-payer-${payer.id}`}
      title="结束收费对象"
      dto="EndPayerDto"
      kind="modal"
      danger
      trigger={
        <Button
          type="link"
          danger
          className="inline-button"
          aria-label={`结束收费对象：${payer.customerName} · ${payer.roomCode}`}
        >
          结束
        </Button>
      }
      note={`${payer.customerName} · ${payer.roomCode} · ${payer.feeItemName ?? "全部收费项目"}。已出账的应收不变。`}
      submitText="结束"
      initialValues={{ endsOn: payer.endsOn ?? today() }}
      onFinish={mutateAsync}
    >
      <Field name="endsOn" extra="最后一天">
        <DateInput min={payer.startsOn} max={payer.endsOn ?? undefined} allowClear={false} />
      </Field>
    </FormDialog>
  );
}
