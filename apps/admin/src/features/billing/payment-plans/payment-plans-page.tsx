import { useMutation, useQuery } from "@tanstack/react-query";
import type {
  EndPaymentPlanDto,
  InstalmentDto,
  PaymentPlanChargeDto,
  PaymentPlanDetailDto,
  PaymentPlanDto,
  PaymentPlanQueryDto,
} from "@linli/contracts";
import { instalmentStateLabels, paymentPlanFileLabels, paymentPlanStateLabels } from "@linli/contracts/enums";
import { Button, Drawer, Flex, Input, Table } from "antd";
import { Link } from "react-router";
import { Attachments } from "../../../components/attachments";
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
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment } from "../../../lib/dates";
import type { ListFilter } from "../../../lib/list-filter";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { useShown } from "../../../lib/use-shown";
import { endPaymentPlan, paymentPlanQueries } from "./payment-plans.queries";
import { instalmentTones, planTones } from "./plan-words";
import { WhyAmount } from "../why-amount";
import "../charging.css";

const filters = [
  { name: "q", label: "关键字", placeholder: "计划号、姓名或客户编号", width: 210 },
  { name: "state", label: "状态", labels: paymentPlanStateLabels, width: 120 },
] satisfies ListFilter<keyof PaymentPlanQueryDto & string>[];

const columns: Column<PaymentPlanDto>[] = [
  textColumn("planNo", "计划号", { to: ({ id }) => `?plan=${id}` }),
  { key: "roomCodes", title: "房号", render: (_value, { roomCodes }) => roomCodes.join("、") },
  textColumn("payerName", "收费对象"),
  moneyColumn("totalFen", "计划金额（元）"),
  moneyColumn("paidFen", "已付（元）"),
  { key: "instalments", title: "期数", align: "right", render: (_value, { instalments }) => instalments },
  statusColumn("state", "状态", paymentPlanStateLabels, planTones),
  dateColumn("nextDueOn", "下期应付日"),
  moneyColumn("nextFen", "到期应付（元）"),
  textColumn("requestedByName", "申请人"),
  momentColumn("createdAt", "申请时间"),
  textColumn("decidedByName", "审批人"),
];

/** 分期缓缴: who may pay in parts or later, and whether he does (BIL-54). */
export function PaymentPlansPage() {
  const table = useListTable({ list: paymentPlanQueries.list(useProjectId()), filters, paging: "cursor" });
  const [shown, show] = useShown("plan");
  return (
    <>
      <ListPage
        name="payment-plans"
        title="分期缓缴"
        help="payment-plans"
        table={table}
        columns={columns}
        onRowClick={({ id }) => show(id)}
        empty="还没有分期。在房间的“应收”里勾选应收，点“申请分期”。"
      />
      <Drawer
        title="分期计划"
        open={shown !== undefined}
        onClose={() => show()}
        size={680}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <PlanCard key={shown} planId={shown} />}
      </Drawer>
    </>
  );
}

function PlanCard({ planId }: { planId: string }) {
  const query = useQuery(paymentPlanQueries.one(useProjectId(), planId));
  return <QueryView query={query}>{(plan) => <Card plan={plan} />}</QueryView>;
}

function Card({ plan }: { plan: PaymentPlanDetailDto }) {
  const linkTo = usePageLink();
  const payer = linkTo(`customer/customers/${plan.payerId}`);
  const approval = linkTo(`approvals?approval=${plan.approvalId}`);
  const mayWrite = useCan("billing:waive");
  const runs = plan.startsOn !== null && plan.state !== "ENDED";
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={8}>
        <p className="why-amount">
          <Money fen={plan.totalFen} unit />{" "}
          <StatusTag value={plan.state} labels={paymentPlanStateLabels} tones={planTones} />
        </p>
        {plan.state === "PENDING" && approval && <Link to={approval}>去审批</Link>}
        {runs && (
          <Can do="billing:waive">
            <End plan={plan} />
          </Can>
        )}
      </Flex>
      <DescriptionList
        columns={2}
        items={[
          ["计划号", plan.planNo],
          ["收费对象", payer ? <Link to={payer}>{plan.payerName}</Link> : plan.payerName],
          ["申请原因", plan.reason],
          ["已付", <Money key="paid" fen={plan.paidFen} unit />],
          ["申请人", `${plan.requestedByName}，${formatMoment(plan.createdAt)}`],
          plan.decidedAt !== null && ["审批人", `${plan.decidedByName ?? ""}，${formatMoment(plan.decidedAt)}`],
          plan.startsOn !== null && ["生效日", `${plan.startsOn} 起不计违约金`],
          plan.missedOn !== null && [
            "没有按期付清",
            <span key="missed" className="negative">
              {plan.missedOn} 到期，次日起恢复计违约金、催缴和托收
            </span>,
          ],
          plan.endedOn !== null && ["终止日", plan.endedOn],
          plan.note !== null && [plan.endedOn === null ? "意见" : "终止原因", plan.note],
        ]}
      />
      <div className="section-head">
        <h3>各期</h3>
      </div>
      <Table<InstalmentDto>
        size="small"
        rowKey="dueOn"
        dataSource={plan.schedule}
        pagination={false}
        scroll={{ x: "max-content" }}
        columns={[
          { title: "期", render: (_value, _one, index) => index + 1 },
          { title: "应付日", dataIndex: "dueOn" },
          { title: "金额（元）", align: "right", render: (_value, one) => <Money fen={one.amountFen} strong /> },
          { title: "已付（元）", align: "right", render: (_value, one) => <Money fen={one.paidFen} /> },
          {
            title: "状态",
            render: (_value, { state }) =>
              state ? <StatusTag value={state} labels={instalmentStateLabels} tones={instalmentTones} /> : "—",
          },
        ]}
      />
      <div className="section-head">
        <h3>所含应收</h3>
      </div>
      <Table<PaymentPlanChargeDto>
        size="small"
        rowKey="chargeId"
        dataSource={plan.charges}
        pagination={false}
        scroll={{ x: "max-content" }}
        columns={[
          { title: "房号", render: (_value, charge) => <RoomLink {...charge} /> },
          { title: "费用月份", dataIndex: "period" },
          { title: "收费项目", dataIndex: "feeItemName" },
          {
            title: "计划内（元）",
            align: "right",
            render: (_value, one) => <WhyAmount chargeId={one.chargeId} fen={one.plannedFen} />,
          },
          { title: "现欠（元）", align: "right", render: (_value, one) => <Money fen={one.openFen} strong /> },
        ]}
      />
      <div className="section-head">
        <h3>协议与证明</h3>
      </div>
      <Attachments ownerType="payment-plan" ownerId={plan.id} kinds={paymentPlanFileLabels} canWrite={mayWrite} />
    </>
  );
}

function RoomLink({ roomId, roomCode }: PaymentPlanChargeDto) {
  const href = usePageLink()(`property/rooms/${roomId}?tab=charges`);
  return href ? <Link to={href}>{roomCode}</Link> : roomCode;
}

function End({ plan }: { plan: PaymentPlanDetailDto }) {
  const { mutateAsync } = useMutation(endPaymentPlan(useProjectId(), plan.id));
  return (
    <FormDialog<EndPaymentPlanDto>
      name="end-plan"
      title="终止分期计划"
      dto="EndPaymentPlanDto"
      kind="modal"
      danger
      submitText="终止"
      trigger={<Button danger>终止</Button>}
      note="终止后，未付的部分次日起照常计违约金、催缴和托收；应收可以另订分期计划。"
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}
