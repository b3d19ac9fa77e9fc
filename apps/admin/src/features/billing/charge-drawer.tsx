import { useMutation, useQuery } from "@tanstack/react-query";
import type { ChargeDetailDto, ChargeEntryDto, ReverseChargeDto } from "@linli/contracts";
import { chargeEntryKindLabels, chargeSourceLabels, chargeStatusLabels } from "@linli/contracts/enums";
import { Alert, Button, Drawer, Flex, Input, type TableColumnType } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { DescriptionList } from "../../components/description-list";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { Money } from "../../components/money";
import { QueryView } from "../../components/query-view";
import { ScrolledTable } from "../../components/scrolled-table";
import { StatusTag } from "../../components/status-tag";
import { formatMoment } from "../../lib/dates";
import { formatFen } from "../../lib/money";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { chargeTones } from "./charges-words";
import { chargeQueries, reverseCharge } from "./charges.queries";
import "./charging.css";
import { CorrectCharge } from "./corrections/correct-charge";
import { onDebitReason } from "./debit/on-debit";
import { ChargeDisputes, OpenDispute } from "./disputes/charge-disputes";
import { ChargePlan } from "./payment-plans/charge-plan";
import { RequestPlan } from "./payment-plans/request-plan";
import { RequestWaiver } from "./waiver-form";
import { WhyList } from "./why-list";

/** The card of a charge, opened from a list: `const { drawer, show } = useChargeDrawer()`. */
export function useChargeDrawer() {
  const [id, setId] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const show = (chargeId: string) => {
    setId(chargeId);
    setOpen(true);
  };
  const drawer = id !== undefined && (
    <Drawer
      title="应收详情"
      open={isOpen}
      onClose={() => setOpen(false)}
      size={600}
      styles={{ wrapper: { maxWidth: "100vw" } }}
    >
      <ChargeCard key={id} id={id} />
    </Drawer>
  );
  return { drawer, show };
}

function ChargeCard({ id }: { id: string }) {
  const query = useQuery(chargeQueries.one(useProjectId(), id));
  return <QueryView query={query}>{(charge) => <Card charge={charge} />}</QueryView>;
}

function Card({ charge }: { charge: ChargeDetailDto }) {
  const linkTo = usePageLink();
  const projectId = useProjectId();
  const room = linkTo(`property/rooms/${charge.roomId}`);
  const payer = linkTo(`customer/customers/${charge.payerId}`);
  const run = charge.runId ? linkTo(`billing/runs/${charge.runId}`) : undefined;
  return (
    <>
      <p className="why-amount">
        <Money fen={charge.amountFen} unit />{" "}
        <StatusTag value={charge.status} labels={chargeStatusLabels} tones={chargeTones} />{" "}
        {charge.overdue && <span className="tone tone-bad">逾期</span>}
      </p>
      {charge.debitBatchNo !== null && <DebitNote id={charge.debitBatchId} batchNo={charge.debitBatchNo} />}
      <ChargeDisputes charge={charge} />
      <ChargePlan charge={charge} />
      <section aria-label="为什么是这个金额">
        <div className="section-head">
          <h3>为什么是这个金额</h3>
          <Button href={`/p/${projectId}/billing/charges/${charge.id}/print`} target="_blank">
            打印说明
          </Button>
        </div>
        {charge.explanation.length > 0 ? <WhyList sentences={charge.explanation} /> : <p>手工登记，没有计算过程。</p>}
      </section>
      <div className="section-head">
        <h3>基本信息</h3>
        {charge.openFen > 0 && charge.debitBatchNo === null && (
          <Flex gap={8} wrap>
            <Can do="billing:waive">
              <OpenDispute charge={charge} />
              <RequestWaiver charges={[charge]} trigger={<Button>申请减免</Button>} />
              {charge.plan === null && <RequestPlan charges={[charge]} trigger={<Button>申请分期</Button>} />}
            </Can>
            <Can do="billing:reverse">
              <Reverse charge={charge} />
            </Can>
          </Flex>
        )}
        {charge.receivedFen + charge.offsetFen > 0 && (
          <Can do="billing:reverse">
            <CorrectCharge chargeId={charge.id} />
          </Can>
        )}
      </div>
      <DescriptionList
        columns={2}
        items={[
          ["房间", room ? <Link to={room}>{charge.roomCode}</Link> : charge.roomCode],
          ["收费对象", payer ? <Link to={payer}>{charge.payerName}</Link> : charge.payerName],
          ["收费项目", charge.feeItemName],
          ["收费标准", charge.rateName],
          ["服务期", `${charge.serviceFrom} 至 ${charge.serviceTo}`],
          ["记账月份", charge.bookedPeriod],
          ["应缴日期", charge.dueOn],
          ["来源", run ? <Link to={run}>{chargeSourceLabels[charge.source]}</Link> : chargeSourceLabels[charge.source]],
          ["已收", <Money key="received" fen={charge.receivedFen + charge.offsetFen} />],
          ["减免", <Money key="reduced" fen={charge.reducedFen} />],
          ["红冲", <Money key="reversed" fen={charge.reversedFen} />],
          ["未收", <Money key="open" fen={charge.openFen} strong />],
          charge.tax !== null && ["税率", `${charge.tax.taxRate}%`],
          charge.tax !== null && [
            "价税分离",
            `不含税 ${formatFen(charge.tax.netFen)}，税额 ${formatFen(charge.tax.taxFen)}`,
          ],
          charge.batchNo !== null && [
            "批量单号",
            <Link key="batch" to={`/p/${projectId}/billing/charges?batchNo=${charge.batchNo}`}>
              {charge.batchNo}
            </Link>,
          ],
          ["说明", charge.remark],
          ["登记时间", formatMoment(charge.createdAt)],
        ]}
      />
      <div className="section-head">
        <h3>变动记录</h3>
      </div>
      <ScrolledTable<ChargeEntryDto>
        label="变动记录"
        rowKey="id"
        columns={entryColumns(linkTo)}
        dataSource={charge.entries}
        locale={{ emptyText: "还没有收款或其他变动" }}
      />
    </>
  );
}

/** Says which batch the charge is locked in, and leads there. */
function DebitNote({ id, batchNo }: { id: string | null; batchNo: string }) {
  const href = usePageLink()(`billing/debit/batches/${id}`);
  return (
    <Alert
      type="warning"
      showIcon
      className="form-note"
      title={`${onDebitReason(batchNo)}。`}
      action={href && <Link to={href}>打开批次</Link>}
    />
  );
}

const entryColumns = (linkTo: (path: string) => string | undefined): TableColumnType<ChargeEntryDto>[] => [
  { key: "bookedOn", title: "记账日", dataIndex: "bookedOn" },
  { key: "kind", title: "事项", render: (_value, { kind }) => chargeEntryKindLabels[kind] },
  {
    key: "amountFen",
    title: "金额（元）",
    align: "right",
    render: (_value, { amountFen }) => <Money fen={amountFen} />,
  },
  {
    key: "receipt",
    title: "单据",
    render: (_value, { receiptId, receiptNo }) => {
      const href = receiptId ? linkTo(`billing/receipts/${receiptId}`) : undefined;
      return href ? <Link to={href}>{receiptNo}</Link> : (receiptNo ?? "—");
    },
  },
  { key: "reason", title: "原因", render: (_value, { reason }) => reason ?? "—" },
  { key: "who", title: "经办人", render: (_value, { createdByName }) => createdByName ?? "—" },
];

function Reverse({ charge }: { charge: ChargeDetailDto }) {
  const { mutateAsync } = useMutation(reverseCharge(useProjectId(), charge.id));
  return (
    <FormDialog<ReverseChargeDto>
      name="reverse-charge"
      title="红冲应收"
      dto="ReverseChargeDto"
      kind="modal"
      danger
      submitText="红冲"
      trigger={<Button danger>红冲</Button>}
      note={`将红冲未收的 ${formatFen(charge.openFen)} 元，记账日为今天。${alongWith(charge)}红冲后下次出账可重新计费。`}
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}

/** What a reversal does beside taking back what is open: of a bill nothing was received for, what its run took off goes too. */
const alongWith = ({ receivedFen, offsetFen, reducedFen }: ChargeDetailDto): string => {
  if (receivedFen + offsetFen > 0) return "已收的部分不变；";
  return reducedFen > 0 ? "出账时的优惠和空置减免一并收回，承担方也不再欠；" : "";
};
