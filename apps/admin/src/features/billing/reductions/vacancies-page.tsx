import { useQuery } from "@tanstack/react-query";
import type { VacancyDetailDto, VacancyDto, VacancyLineDto, VacancyQueryDto } from "@linli/contracts";
import { vacancyFileLabels, vacancyStatusLabels } from "@linli/contracts/enums";
import { Drawer, Flex, Space, Table } from "antd";
import { Link } from "react-router";
import { Attachments } from "../../../components/attachments";
import { Can } from "../../../components/can";
import { type Column, dateColumn, moneyColumn, statusColumn, textColumn } from "../../../components/columns";
import { DateInput } from "../../../components/date-input";
import { DescriptionList } from "../../../components/description-list";
import { ListPage } from "../../../components/list-page";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment } from "../../../lib/dates";
import type { ListFilter } from "../../../lib/list-filter";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { useShown } from "../../../lib/use-shown";
import { vacancyQueries } from "./vacancies.queries";
import { EndVacancy, InspectVacancy, RequestVacancy } from "./vacancy-forms";
import { WhyAmount } from "../why-amount";
import "../charging.css";

const tones = { REQUESTED: "warning", PENDING: "warning", APPROVED: "good", REJECTED: "bad" } as const;

const filters = [
  { name: "q", label: "关键字", placeholder: "减免单号或房号", width: 190 },
  { name: "status", label: "状态", labels: vacancyStatusLabels, width: 120 },
  { name: "on", label: "生效于", input: <DateInput />, width: 140 },
] satisfies ListFilter<keyof VacancyQueryDto & string>[];

/** What is taken off, in words. */
const termsOf = ({ kind, percent, amountFen, months }: VacancyDto) => {
  if (kind === "MONTHS") return `免收 ${months} 个月`;
  return kind === "AMOUNT" ? `每月减 ${formatFen(amountFen ?? 0)} 元` : `减 ${percent}%`;
};

const columns: Column<VacancyDto>[] = [
  textColumn("vacancyNo", "单号", { to: ({ id }) => `?vacancy=${id}` }),
  textColumn("roomCode", "房号"),
  statusColumn("status", "状态", vacancyStatusLabels, tones),
  { key: "terms", title: "减免", render: (_value, row) => termsOf(row) },
  { key: "items", title: "收费项目", render: (_value, { feeItemNames }) => feeItemNames.join("、") },
  dateColumn("startsOn", "开始"),
  dateColumn("endsOn", "结束"),
  textColumn("bearerName", "承担方"),
  moneyColumn("reducedFen", "已减免（元）"),
  textColumn("requestedByName", "申请人"),
  textColumn("decidedByName", "审批人"),
];

/** 空置减免: rooms that stand vacant, who saw it, who decided, and what it has taken off (BIL-41, BIL-43). */
export function VacanciesPage() {
  const table = useListTable({ list: vacancyQueries.list(useProjectId()), filters, paging: "cursor" });
  const [shown, show] = useShown("vacancy");
  return (
    <>
      <ListPage
        name="vacancies"
        title="空置减免"
        help="reductions"
        table={table}
        columns={columns}
        onRowClick={({ id }) => show(id)}
        actions={
          <Can do="billing:waive">
            <RequestVacancy />
          </Can>
        }
        summary={({ reducedFen }) => (
          <>
            已减免合计 <Money fen={reducedFen} strong /> 元
          </>
        )}
        empty="还没有空置减免。房屋长期无人居住、按约定可以少收物业费的，点“申请空置减免”。"
      />
      <Drawer
        title="空置减免"
        open={shown !== undefined}
        onClose={() => show()}
        size={720}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <VacancyCard key={shown} vacancyId={shown} />}
      </Drawer>
    </>
  );
}

function VacancyCard({ vacancyId }: { vacancyId: string }) {
  const query = useQuery(vacancyQueries.one(useProjectId(), vacancyId));
  return <QueryView query={query}>{(vacancy) => <Card vacancy={vacancy} />}</QueryView>;
}

function Card({ vacancy }: { vacancy: VacancyDetailDto }) {
  const linkTo = usePageLink();
  const mayWrite = useCan("billing:waive");
  const room = linkTo(`property/rooms/${vacancy.roomId}?tab=charges`);
  const approval = vacancy.approvalId && linkTo(`approvals?approval=${vacancy.approvalId}`);
  const bearer = vacancy.bearerId && linkTo(`customer/customers/${vacancy.bearerId}`);
  return (
    <>
      <Flex justify="space-between" align="center" wrap gap={8}>
        <p className="why-amount">
          {termsOf(vacancy)} <StatusTag value={vacancy.status} labels={vacancyStatusLabels} tones={tones} />
        </p>
        <Space>
          {vacancy.status === "PENDING" && approval && <Link to={approval}>去审批</Link>}
          {mayWrite && vacancy.status === "REQUESTED" && <InspectVacancy vacancy={vacancy} />}
          {mayWrite && vacancy.status === "APPROVED" && <EndVacancy vacancy={vacancy} />}
        </Space>
      </Flex>
      <DescriptionList
        columns={2}
        items={[
          ["单号", vacancy.vacancyNo],
          ["房号", room ? <Link to={room}>{vacancy.roomCode}</Link> : vacancy.roomCode],
          ["收费项目", vacancy.feeItemNames.join("、")],
          ["期间", `${vacancy.startsOn} 至 ${vacancy.endsOn ?? "另行终止"}`],
          ["已减免", <Money key="fen" fen={vacancy.reducedFen} unit />],
          vacancy.bearerName !== null && [
            "承担方",
            bearer ? <Link to={bearer}>{vacancy.bearerName}</Link> : vacancy.bearerName,
          ],
          ["情况说明", vacancy.reason],
          ["申请人", `${vacancy.requestedByName}，${formatMoment(vacancy.createdAt)}`],
          vacancy.inspectedOn !== null && ["查验", `${vacancy.inspectedOn} ${vacancy.inspector}：${vacancy.finding}`],
          vacancy.decidedAt !== null && [
            "审批人",
            `${vacancy.decidedByName ?? ""}，${formatMoment(vacancy.decidedAt)}`,
          ],
          vacancy.note !== null && ["意见", vacancy.note],
          vacancy.endReason !== null && ["终止原因", vacancy.endReason],
        ]}
      />
      <div className="section-head">
        <h3>照片与材料</h3>
      </div>
      <Attachments ownerType="vacancy" ownerId={vacancy.id} kinds={vacancyFileLabels} canWrite={mayWrite} />
      <div className="section-head">
        <h3>减免明细</h3>
      </div>
      <Table<VacancyLineDto>
        size="small"
        rowKey={({ chargeId, bookedOn, amountFen }) => `${chargeId}${bookedOn}${amountFen}`}
        dataSource={vacancy.lines}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: "生效后，计费时自动减免；已出账的月份在审批通过时补记" }}
        columns={[
          { title: "费用月份", dataIndex: "period" },
          { title: "收费项目", dataIndex: "feeItemName" },
          { title: "服务期间", render: (_value, line) => `${line.serviceFrom} 至 ${line.serviceTo}` },
          {
            title: "应收（元）",
            align: "right",
            render: (_value, line) => <WhyAmount chargeId={line.chargeId} fen={line.chargedFen} />,
          },
          { title: "减免（元）", align: "right", render: (_value, line) => <Money fen={line.amountFen} strong /> },
          ...(vacancy.bearerId
            ? [
                {
                  title: "承担方应收（元）",
                  align: "right" as const,
                  render: (_value: unknown, line: VacancyLineDto) => <Money fen={line.borneFen} />,
                },
              ]
            : []),
          { title: "记账日", dataIndex: "bookedOn" },
        ]}
      />
    </>
  );
}
