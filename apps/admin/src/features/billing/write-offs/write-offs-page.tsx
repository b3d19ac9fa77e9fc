import { useMutation, useQuery } from "@tanstack/react-query";
import type { HandMethod, WriteOffDetailDto, WriteOffDto, WriteOffLineDto, WriteOffQueryDto } from "@linli/contracts";
import {
  handMethodLabels,
  methodsWithReference,
  writeOffReasonLabels,
  writeOffStatusLabels,
} from "@linli/contracts/enums";
import { Button, Drawer, Form, Input, Select, Table } from "antd";
import { useState } from "react";
import { Can } from "../../../components/can";
import {
  type Column,
  dateColumn,
  moneyColumn,
  momentColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { DescriptionList } from "../../../components/description-list";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListPage } from "../../../components/list-page";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import type { ListFilter } from "../../../lib/list-filter";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { useShown } from "../../../lib/use-shown";
import { recoverWriteOff, writeOffQueries } from "./write-offs.queries";
import { WhyAmount } from "../why-amount";

const tones = { PENDING: "warning", APPROVED: "bad", REJECTED: "neutral" } as const;

const filters = [
  { name: "q", label: "关键字", placeholder: "核销单号、姓名或客户编号", width: 210 },
  { name: "status", label: "状态", labels: writeOffStatusLabels, width: 120 },
  { name: "reasonCode", label: "原因", labels: writeOffReasonLabels, width: 180 },
  { name: "from", to: "to", label: "申请日期", range: "dates" },
] satisfies ListFilter<keyof WriteOffQueryDto & string>[];

const columns: Column<WriteOffDto>[] = [
  textColumn("writeOffNo", "核销单号", { to: ({ id }) => `?writeOff=${id}` }),
  statusColumn("status", "状态", writeOffStatusLabels, tones),
  { key: "roomCodes", title: "房号", render: (_value, { roomCodes }) => roomCodes.join("、") },
  textColumn("payerName", "收费对象"),
  statusColumn("reasonCode", "原因", writeOffReasonLabels),
  moneyColumn("amountFen", "核销（元）"),
  moneyColumn("recoveredFen", "已收回（元）"),
  textColumn("requestedByName", "申请人"),
  momentColumn("createdAt", "申请时间"),
  textColumn("decidedByName", "审批人"),
  dateColumn("bookedOn", "记账日"),
];

/** 坏账核销: what was given up for lost, by whom, and what came back. */
export function WriteOffsPage() {
  const table = useListTable({ list: writeOffQueries.list(useProjectId()), filters, paging: "cursor" });
  const [shown, show] = useShown("writeOff");
  return (
    <>
      <ListPage
        name="write-offs"
        title="坏账核销"
        help="write-offs"
        table={table}
        columns={columns}
        onRowClick={({ id }) => show(id)}
        summary={({ amountFen, recoveredFen }) => (
          <>
            核销合计 <Money fen={amountFen} strong /> 元，已收回 <Money fen={recoveredFen} strong /> 元
          </>
        )}
        empty="还没有核销。在房间的“应收”里勾选逾期的应收，点“申请核销”。"
      />
      <Drawer
        title="核销单"
        open={shown !== undefined}
        onClose={() => show()}
        size={720}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <WriteOffCard key={shown} writeOffId={shown} />}
      </Drawer>
    </>
  );
}

function WriteOffCard({ writeOffId }: { writeOffId: string }) {
  const query = useQuery(writeOffQueries.one(useProjectId(), writeOffId));
  return <QueryView query={query}>{(writeOff) => <Card writeOff={writeOff} />}</QueryView>;
}

function Card({ writeOff }: { writeOff: WriteOffDetailDto }) {
  const left = writeOff.amountFen - writeOff.recoveredFen;
  return (
    <>
      <DescriptionList
        items={[
          ["核销单号", writeOff.writeOffNo],
          ["状态", <StatusTag key="s" value={writeOff.status} labels={writeOffStatusLabels} tones={tones} />],
          ["收费对象", writeOff.payerName],
          ["核销金额", <Money key="a" fen={writeOff.amountFen} strong unit />],
          ["已收回", <Money key="r" fen={writeOff.recoveredFen} unit />],
          ["原因", `${writeOffReasonLabels[writeOff.reasonCode]}：${writeOff.reason}`],
          ["申请", `${writeOff.requestedByName} ${formatMoment(writeOff.createdAt)}`],
          writeOff.decidedByName !== null && ["审批", writeOff.decidedByName],
          writeOff.receiptNos.length > 0 && ["收回的收据", writeOff.receiptNos.join("、")],
        ]}
      />
      <Table<WriteOffLineDto>
        size="small"
        rowKey="chargeId"
        pagination={false}
        scroll={{ x: "max-content" }}
        style={{ margin: "16px 0" }}
        dataSource={writeOff.lines}
        columns={[
          { dataIndex: "roomCode", title: "房号" },
          { dataIndex: "period", title: "月份", className: "figures" },
          { dataIndex: "feeItemName", title: "收费项目" },
          { dataIndex: "dueOn", title: "应缴日", className: "figures" },
          {
            key: "amount",
            title: "核销",
            align: "right",
            render: (_v, row) => <WhyAmount chargeId={row.chargeId} fen={row.amountFen} />,
          },
          { key: "recovered", title: "已收回", align: "right", render: (_v, row) => <Money fen={row.recoveredFen} /> },
        ]}
      />
      {writeOff.status === "APPROVED" && left > 0 && (
        <Can do="billing:collect">
          <Recover writeOff={writeOff} />
        </Can>
      )}
    </>
  );
}

interface RecoverValues {
  amounts: Record<string, number | null>;
  method: HandMethod;
  referenceNo?: string;
}

const { PREPAYMENT: _offset, ...methods } = handMethodLabels;

function Recover({ writeOff }: { writeOff: WriteOffDetailDto }) {
  const { mutateAsync } = useMutation(recoverWriteOff(useProjectId(), writeOff.id));
  const [id, setId] = useState(newId);
  const open = writeOff.lines.filter((line) => line.recoveredFen < line.amountFen);
  return (
    <FormDialog<RecoverValues>
      name="recover-write-off"
      title={`收回坏账 ${writeOff.writeOffNo}`}
      submitText="收款"
      trigger={<Button type="primary">登记收回</Button>}
      note="收到的钱开一张收据，记为核销应收的收回。"
      initialValues={{
        method: "CASH",
        amounts: Object.fromEntries(open.map((line) => [line.chargeId, line.amountFen - line.recoveredFen])),
      }}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      onFinish={({ amounts, method, referenceNo }) => {
        const lines = open
          .map(({ chargeId }) => ({ chargeId, amountFen: amounts[chargeId] ?? 0 }))
          .filter(({ amountFen }) => amountFen > 0);
        const tenderedFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
        return mutateAsync({ id, lines, methods: [{ method, tenderedFen, ...(referenceNo && { referenceNo }) }] });
      }}
    >
      {open.map((line) => (
        <Form.Item
          key={line.chargeId}
          name={["amounts", line.chargeId]}
          label={`${line.roomCode} ${line.period} ${line.feeItemName}`}
        >
          <MoneyInput />
        </Form.Item>
      ))}
      <Field dto="PostReceiptMethodDto" name="method">
        <Select options={optionsOf(methods)} />
      </Field>
      <Form.Item noStyle dependencies={["method"]}>
        {(form) =>
          methodsWithReference.includes(form.getFieldValue("method")) && (
            <Field dto="PostReceiptMethodDto" name="referenceNo" rules={[{ required: true, message: "请填写凭证号" }]}>
              <Input autoComplete="off" />
            </Field>
          )
        }
      </Form.Item>
    </FormDialog>
  );
}
