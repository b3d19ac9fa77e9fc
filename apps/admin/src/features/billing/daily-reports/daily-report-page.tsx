import { useMutation, useQuery } from "@tanstack/react-query";
import type { DailyReportDto, ReceiveDailyReportDto, ShiftDto } from "@linli/contracts";
import { dailyReportStateLabels, shiftStatusLabels } from "@linli/contracts/enums";
import { Alert, Button, Input, Table } from "antd";
import { useParams, useSearchParams } from "react-router";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { DownloadButton } from "../../../components/download-button";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId, useSession } from "../../../lib/session";
import { ItemTable, MethodTable } from "../shifts/shift-tables";
import { ShiftLink } from "../shifts/shift-link";
import { shiftTones } from "../shifts/shift-words";
import { reportStateTones } from "./daily-report-words";
import { dailyReportQueries, dailyReportXlsxPath, receiveDailyReport, sendDailyReport } from "./daily-reports.queries";

/** 收款日报表 of one day: a cashier's, or without one the project's. */
export function DailyReportPage() {
  const { day = "" } = useParams();
  const [params] = useSearchParams();
  const cashierId = params.get("cashierId") ?? undefined;
  const query = useQuery(dailyReportQueries.one(useProjectId(), { day, ...(cashierId && { cashierId }) }));
  return <QueryView query={query}>{(report) => <Report report={report} />}</QueryView>;
}

function Report({ report }: { report: DailyReportDto }) {
  const { totals, day } = report;
  const receipts = usePageLink()(
    `billing/receipts?from=${day}&to=${day}${report.cashierId ? `&cashierId=${report.cashierId}` : ""}`,
  );
  return (
    <>
      <PageHeader
        title={`收款日报 ${day} ${report.cashierName ?? "全部收款人"}`}
        help="daily-reports"
        back="billing/daily-reports"
        tags={
          report.state && <StatusTag value={report.state} labels={dailyReportStateLabels} tones={reportStateTones} />
        }
        actions={<Actions report={report} />}
      />
      {report.state === "CHANGED" && (
        <Alert type="warning" showIcon className="desk-shift" title="送出后又有收款、红冲或退款，请收款员重新送出" />
      )}
      <div className="card-grid">
        <StatCard
          title="收款"
          value={<Money fen={totals.receivedFen} />}
          hint={`${totals.receipts} 张收据，不含预收冲抵`}
          to={receipts}
        />
        <StatCard title="红冲" value={<Money fen={totals.reversedFen} />} hint={`${totals.reds} 张红字收据`} />
        <StatCard title="退款" value={<Money fen={totals.refundedFen} />} hint={`${totals.refunds} 笔`} />
        <StatCard
          title="转入预收"
          value={<Money fen={totals.prepaymentFen} />}
          hint={`预收冲抵 ${formatFen(totals.offsetFen)}`}
        />
      </div>
      <p className="shift-facts">
        收据号 {totals.firstReceiptNo ? `${totals.firstReceiptNo} 至 ${totals.lastReceiptNo}` : "无"}
        {report.sentAt && `；${formatMoment(report.sentAt)} 送出`}
        {report.receivedAt && `；${report.receivedByName ?? ""} ${formatMoment(report.receivedAt)} 接收`}
        {report.note && `；${report.note}`}
      </p>
      <div className="shift-tables">
        <MethodTable totals={totals} />
        <ItemTable totals={totals} />
      </div>
      {report.shifts.length > 0 && <Shifts shifts={report.shifts} />}
    </>
  );
}

function Actions({ report }: { report: DailyReportDto }) {
  const projectId = useProjectId();
  const { day, cashierId, state } = report;
  const isMine = useSession().id === cashierId;
  const scope = { day, ...(cashierId && { cashierId }) };
  return (
    <>
      <Can do="billing:print">
        <DownloadButton path={dailyReportXlsxPath(projectId, scope)}>Excel</DownloadButton>
        <Button
          href={`/p/${projectId}/billing/daily-reports/${day}/print?${new URLSearchParams(scope).toString()}`}
          target="_blank"
        >
          打印
        </Button>
      </Can>
      {cashierId && isMine && (state === "DUE" || state === "CHANGED") && (
        <Can do="billing:collect">
          <Send day={day} cashierId={cashierId} />
        </Can>
      )}
      {cashierId && !isMine && state === "SENT" && (
        <Can do="billing:shifts">
          <Receive day={day} cashierId={cashierId} />
        </Can>
      )}
    </>
  );
}

function Send({ day, cashierId }: { day: string; cashierId: string }) {
  const { mutateAsync } = useMutation(sendDailyReport(useProjectId(), day, cashierId));
  return (
    <ConfirmButton
      type="primary"
      title={`送出 ${day} 的日报？`}
      content="请先核对各方式的合计。送出后又有收款时，须重新送出。"
      okText="送财务"
      onConfirm={() => mutateAsync()}
    >
      送财务
    </ConfirmButton>
  );
}

function Receive({ day, cashierId }: { day: string; cashierId: string }) {
  const { mutateAsync } = useMutation(receiveDailyReport(useProjectId(), day, cashierId));
  return (
    <FormDialog<ReceiveDailyReportDto>
      name="receive-report"
      title="接收日报"
      dto="ReceiveDailyReportDto"
      kind="modal"
      submitText="接收"
      trigger={<Button type="primary">接收</Button>}
      note="确认收据、解款单与日报相符。"
      onFinish={mutateAsync}
    >
      <Field name="note">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} placeholder="选填" />
      </Field>
    </FormDialog>
  );
}

function Shifts({ shifts }: { shifts: ShiftDto[] }) {
  return (
    <section aria-label="班次">
      <h2 className="section-title">班次</h2>
      <Table<ShiftDto>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={shifts}
        columns={[
          { title: "班次号", render: (_v, { id, shiftNo }) => <ShiftLink id={id} no={shiftNo} /> },
          { title: "收款人", dataIndex: "cashierName" },
          {
            title: "状态",
            render: (_v, { status }) => <StatusTag value={status} labels={shiftStatusLabels} tones={shiftTones} />,
          },
          { title: "应有现金", align: "right", render: (_v, row) => <Money fen={row.expectedFen} /> },
          { title: "实点现金", align: "right", render: (_v, row) => <Money fen={row.countedFen} /> },
          { title: "差异", align: "right", render: (_v, row) => <Money fen={row.differenceFen} /> },
        ]}
      />
    </section>
  );
}
