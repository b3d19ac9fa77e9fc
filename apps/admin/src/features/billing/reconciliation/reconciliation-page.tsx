import { useMutation, useQuery } from "@tanstack/react-query";
import type { ExplainDifferenceDto, ReconciliationRowDto, StatementLineDto } from "@linli/contracts";
import { channelLabels, reconciliationStateLabels } from "@linli/contracts/enums";
import { Alert, Button, Flex, Input, Switch, Table } from "antd";
import { Link, useSearchParams } from "react-router";
import { Can } from "../../../components/can";
import { RangeInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { addPeriods, thisPeriod, today } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { EnterStatements } from "./enter-statements";
import { explainDifference, reconciliationQuery, saveStatements } from "./reconciliation.queries";

const tones = { MATCHED: "good", MISSING: "warning", DIFFERENT: "bad" } as const;

/** 收款对账: books against deposit slips and statements, by day and channel (BIL-75). */
export function ReconciliationPage() {
  const projectId = useProjectId();
  const [params, setParams] = useSearchParams();
  const from = params.get("from") ?? `${today().slice(8) === "01" ? addPeriods(thisPeriod(), -1) : thisPeriod()}-01`;
  const to = params.get("to") ?? today();
  const onlyOpen = params.get("onlyOpen") === "true";
  const query = useQuery(reconciliationQuery(projectId, { from, to, ...(onlyOpen && { onlyOpen }) }));
  const show = (next: { from?: string; to?: string; onlyOpen?: boolean }) =>
    setParams({ from: next.from ?? from, to: next.to ?? to, onlyOpen: String(next.onlyOpen ?? onlyOpen) });
  return (
    <>
      <PageHeader
        title="收款对账"
        help="daily-reports"
        actions={
          <Can do="billing:shifts">
            <EnterStatements />
          </Can>
        }
      />
      <Flex className="filter-bar" style={{ marginBottom: 12 }} gap={16} align="center" wrap>
        <RangeInput
          aria-label="日期"
          value={[from, to]}
          onChange={(range) => show({ from: range?.[0] ?? today(), to: range?.[1] ?? range?.[0] ?? today() })}
        />
        <label>
          <Switch checked={onlyOpen} onChange={(checked) => show({ onlyOpen: checked })} aria-label="只看差异" />{" "}
          只看差异
        </label>
      </Flex>
      <QueryView query={query}>
        {({ items, open }) => (
          <>
            {open > 0 && (
              <Alert
                type="warning"
                showIcon
                className="desk-shift"
                title={`${open} 项没有对上：登记对账单，或说明差异`}
              />
            )}
            <Rows rows={items} />
          </>
        )}
      </QueryView>
    </>
  );
}

function Rows({ rows }: { rows: ReconciliationRowDto[] }) {
  return (
    <Table<ReconciliationRowDto>
      size="small"
      rowKey={({ day, channel }) => `${day} ${channel}`}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: "max-content" }}
      dataSource={rows}
      locale={{ emptyText: "这些天没有需要对账的收款" }}
      columns={[
        { title: "日期", className: "figures", dataIndex: "day" },
        { title: "渠道", render: (_v, { channel }) => channelLabels[channel] },
        { title: "账面（元）", align: "right", render: (_v, row) => <Book row={row} /> },
        { title: "对账单（元）", align: "right", render: (_v, row) => <Money fen={row.statementFen} /> },
        { title: "差异（元）", align: "right", render: (_v, row) => <Difference row={row} /> },
        {
          title: "状态",
          render: (_v, { state }) => <StatusTag value={state} labels={reconciliationStateLabels} tones={tones} />,
        },
        { title: "说明", dataIndex: "reason", render: (_v, { reason }) => reason ?? "" },
        { title: "登记人", render: (_v, { enteredByName }) => enteredByName ?? "" },
        { title: "操作", key: "actions", render: (_v, row) => <RowActions row={row} /> },
      ]}
    />
  );
}

/** Without a statement there is nothing to differ from yet. */
const Difference = ({ row: { state, differenceFen } }: { row: ReconciliationRowDto }) => (
  <Money fen={state === "MISSING" ? null : differenceFen} strong />
);

/** The receipts behind the figure. */
function Book({ row: { day, channel, bookFen } }: { row: ReconciliationRowDto }) {
  const href = usePageLink()(`billing/receipts?from=${day}&to=${day}&method=${channel}`);
  return href ? (
    <Link to={href}>
      <Money fen={bookFen} />
    </Link>
  ) : (
    <Money fen={bookFen} />
  );
}

function RowActions({ row }: { row: ReconciliationRowDto }) {
  const linkTo = usePageLink();
  const deposits = linkTo(`billing/bank-deposits?from=${row.day}&to=${row.day}`);
  return (
    <span className="row-actions">
      {row.channel === "CASH" ? deposits && <Link to={deposits}>解款单</Link> : <EnterOne row={row} />}
      {(row.state === "DIFFERENT" || row.state === "MISSING") && <Explain row={row} />}
    </span>
  );
}

function EnterOne({ row: { day, channel, statementFen } }: { row: ReconciliationRowDto }) {
  const { mutateAsync } = useMutation(saveStatements(useProjectId()));
  return (
    <Can do="billing:shifts">
      <FormDialog<Pick<StatementLineDto, "amountFen">>
        name={`statement-${day}-${channel}`}
        title={`${day} ${channelLabels[channel]}对账单`}
        dto="StatementLineDto"
        kind="modal"
        trigger={
          <Button size="small" type="link" aria-label={`登记 ${day} ${channelLabels[channel]}对账单`}>
            登记
          </Button>
        }
        note="填写平台当天的收款减退款，不扣手续费。"
        initialValues={{ ...(statementFen !== null && { amountFen: statementFen }) }}
        onFinish={({ amountFen }) => mutateAsync({ lines: [{ day, channel, amountFen }] })}
      >
        <Field name="amountFen">
          <MoneyInput allowNegative />
        </Field>
      </FormDialog>
    </Can>
  );
}

function Explain({ row: { day, channel, differenceFen } }: { row: ReconciliationRowDto }) {
  const { mutateAsync } = useMutation(explainDifference(useProjectId(), day, channel));
  return (
    <Can do="billing:shifts">
      <FormDialog<ExplainDifferenceDto>
        name={`explain-${day}-${channel}`}
        title={`说明 ${day} ${channelLabels[channel]}差异`}
        dto="ExplainDifferenceDto"
        kind="modal"
        trigger={
          <Button size="small" type="link" aria-label={`说明 ${day} ${channelLabels[channel]}差异`}>
            说明
          </Button>
        }
        note={`差异 ${formatFen(differenceFen)} 元。金额再变时，须重新说明。`}
        onFinish={mutateAsync}
      >
        <Field name="reason">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} placeholder="如：平台次日到账" />
        </Field>
      </FormDialog>
    </Can>
  );
}
