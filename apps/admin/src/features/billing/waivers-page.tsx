import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReverseWaiverDto, WaiverDetailDto, WaiverDto, WaiverLineDto, WaiverQueryDto } from "@linli/contracts";
import { waiverFileLabels, waiverReasonLabels, waiverStatusLabels } from "@linli/contracts/enums";
import { Button, Drawer, Flex, Input, Table } from "antd";
import { Link } from "react-router";
import { Attachments } from "../../components/attachments";
import { Can } from "../../components/can";
import { type Column, dateColumn, moneyColumn, momentColumn, statusColumn, textColumn } from "../../components/columns";
import { DescriptionList } from "../../components/description-list";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { ListPage } from "../../components/list-page";
import { Money } from "../../components/money";
import { QueryView } from "../../components/query-view";
import { StatusTag } from "../../components/status-tag";
import { formatMoment } from "../../lib/dates";
import type { ListFilter } from "../../lib/list-filter";
import { formatFen } from "../../lib/money";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useListTable } from "../../lib/use-list-table";
import { useShown } from "../../lib/use-shown";
import { RoleLimits } from "./reductions/role-limits";
import { countedFen } from "./waiver-amounts";
import { WaiverLimit } from "./waiver-limit";
import { reverseWaiver, waiverQueries } from "./waivers.queries";
import { WhyAmount } from "./why-amount";
import "./charging.css";

const tones = { PENDING: "warning", APPROVED: "good", REVERSED: "bad" } as const;

const filters = [
  { name: "q", label: "关键字", placeholder: "减免单号、姓名或客户编号", width: 210 },
  { name: "status", label: "状态", labels: waiverStatusLabels, width: 120 },
  { name: "reasonCode", label: "原因", labels: waiverReasonLabels, width: 140 },
  { name: "from", to: "to", label: "申请日期", range: "dates" },
] satisfies ListFilter<keyof WaiverQueryDto & string>[];

const columns: Column<WaiverDto>[] = [
  textColumn("waiverNo", "减免单号", { to: ({ id }) => `?waiver=${id}` }),
  { key: "roomCodes", title: "房号", render: (_value, { roomCodes }) => roomCodes.join("、") },
  textColumn("payerName", "收费对象"),
  { ...moneyColumn("amountFen", "减免金额（元）"), render: (_value, waiver) => <Money fen={countedFen(waiver)} /> },
  {
    key: "standingFen",
    title: "说明",
    render: (_value, waiver) => lapsedText(waiver),
  },
  statusColumn("reasonCode", "原因", waiverReasonLabels),
  statusColumn("status", "状态", waiverStatusLabels, tones),
  textColumn("requestedByName", "申请人"),
  momentColumn("createdAt", "申请时间"),
  textColumn("decidedByName", "审批人"),
  dateColumn("bookedOn", "记账日"),
];

/** What of an approved waiver lapsed because its charges were issued anew for less. */
function lapsedText({ amountFen, standingFen }: WaiverDto): string | null {
  if (standingFen === null || standingFen >= amountFen) return null;
  return `因应收重算失效 ${formatFen(amountFen - standingFen)} 元`;
}

/** 减免: who asked for what, who decided, what became of it (BIL-42). */
export function WaiversPage() {
  const table = useListTable({ list: waiverQueries.list(useProjectId()), filters, paging: "cursor" });
  const [shown, show] = useShown("waiver");
  return (
    <>
      <ListPage
        name="waivers"
        title="减免"
        help="reductions"
        table={table}
        columns={columns}
        onRowClick={({ id }) => show(id)}
        actions={
          <>
            <RoleLimits />
            <WaiverLimit />
          </>
        }
        summary={({ amountFen }) => (
          <>
            合计 <Money fen={amountFen} strong /> 元
          </>
        )}
        empty="还没有减免。在房间的“应收”里勾选应收，点“申请减免”。"
      />
      <Drawer
        title="减免单"
        open={shown !== undefined}
        onClose={() => show()}
        size={680}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <WaiverCard key={shown} waiverId={shown} />}
      </Drawer>
    </>
  );
}

function WaiverCard({ waiverId }: { waiverId: string }) {
  const query = useQuery(waiverQueries.one(useProjectId(), waiverId));
  return <QueryView query={query}>{(waiver) => <Card waiver={waiver} />}</QueryView>;
}

function Card({ waiver }: { waiver: WaiverDetailDto }) {
  const linkTo = usePageLink();
  const payer = linkTo(`customer/customers/${waiver.payerId}`);
  const approval = linkTo(`approvals?approval=${waiver.approvalId}`);
  const bearer = waiver.bearerId && linkTo(`customer/customers/${waiver.bearerId}`);
  const mayWrite = useCan("billing:waive");
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={8}>
        <p className="why-amount">
          <Money fen={countedFen(waiver)} unit />{" "}
          <StatusTag value={waiver.status} labels={waiverStatusLabels} tones={tones} />
        </p>
        {waiver.status === "PENDING" && approval && <Link to={approval}>去审批</Link>}
        {waiver.status === "APPROVED" && (
          <Can do="billing:approve-waiver">
            <Reverse waiver={waiver} />
          </Can>
        )}
      </Flex>
      <DescriptionList
        columns={2}
        items={[
          ["减免单号", waiver.waiverNo],
          ["收费对象", payer ? <Link to={payer}>{waiver.payerName}</Link> : waiver.payerName],
          ["原因", waiverReasonLabels[waiver.reasonCode]],
          ["情况说明", waiver.reason],
          ["申请人", `${waiver.requestedByName}，${formatMoment(waiver.createdAt)}`],
          waiver.decidedAt !== null && ["审批人", `${waiver.decidedByName ?? ""}，${formatMoment(waiver.decidedAt)}`],
          ["记账日", waiver.bookedOn],
          lapsedText(waiver) !== null && ["申请金额", `${formatFen(waiver.amountFen)} 元`],
          lapsedText(waiver) !== null && ["说明", lapsedText(waiver)],
          waiver.note !== null && ["意见", waiver.note],
          waiver.bearerName !== null && [
            "承担方",
            bearer ? <Link to={bearer}>{waiver.bearerName}</Link> : waiver.bearerName,
          ],
        ]}
      />
      <div className="section-head">
        <h3>证明材料</h3>
      </div>
      <Attachments ownerType="waiver" ownerId={waiver.id} kinds={waiverFileLabels} canWrite={mayWrite} />
      <div className="section-head">
        <h3>减免明细</h3>
      </div>
      <Table<WaiverLineDto>
        size="small"
        rowKey="chargeId"
        dataSource={waiver.lines}
        pagination={false}
        scroll={{ x: "max-content" }}
        columns={[
          { title: "房号", render: (_value, line) => <RoomLink {...line} /> },
          { title: "费用月份", dataIndex: "period" },
          { title: "收费项目", dataIndex: "feeItemName" },
          {
            title: "应收（元）",
            align: "right",
            render: (_value, line) => <WhyAmount chargeId={line.chargeId} fen={line.chargedFen} />,
          },
          { title: "减免（元）", align: "right", render: (_value, line) => <Money fen={line.amountFen} strong /> },
          { title: "现欠（元）", align: "right", render: (_value, line) => <Money fen={line.openFen} /> },
        ]}
      />
    </>
  );
}

function RoomLink({ roomId, roomCode }: WaiverLineDto) {
  const href = usePageLink()(`property/rooms/${roomId}?tab=charges`);
  return href ? <Link to={href}>{roomCode}</Link> : roomCode;
}

function Reverse({ waiver }: { waiver: WaiverDetailDto }) {
  const { mutateAsync } = useMutation(reverseWaiver(useProjectId(), waiver.id));
  return (
    <FormDialog<ReverseWaiverDto>
      name="reverse-waiver"
      title="冲回减免"
      dto="ReverseWaiverDto"
      kind="modal"
      danger
      submitText="冲回"
      trigger={<Button danger>冲回</Button>}
      note={`冲回后，减免的 ${formatFen(countedFen(waiver))} 元重新计入欠费，记账日为今天；两笔记录都保留。`}
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}
