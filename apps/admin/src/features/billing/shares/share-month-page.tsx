import { useMutation, useQuery } from "@tanstack/react-query";
import type { ShareDto, ShareLineDto, WithdrawShareDto } from "@linli/contracts";
import { areaKindLabels, meterKindLabels, shareMethodLabels, shareStatusLabels } from "@linli/contracts/enums";
import { Alert, Button, Card, Flex, Input } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { Can } from "../../../components/can";
import { type Column, moneyColumn, textColumn } from "../../../components/columns";
import { ConfirmButton } from "../../../components/confirm-button";
import { PeriodPicker } from "../../../components/date-input";
import { DescriptionList } from "../../../components/description-list";
import { DownloadButton } from "../../../components/download-button";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListTable } from "../../../components/list-table";
import { PageHeader } from "../../../components/page-header";
import { PrintButton } from "../../../components/print-button";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment, formatPeriod, thisPeriod } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { ShareEntry } from "./share-entry";
import { amountInWords } from "./share-words";
import { shareTones } from "./shares-page";
import { confirmShare, type PoolMonth, removeShare, shareQueries, sharesFile, withdrawShare } from "./shares.queries";

/** A line with the key that tables ask for. */
type Line = ShareLineDto & { id: string };

/** A month of a pool: amount, preview, confirmation, and the list that is published (BIL-24, LAW-24). */
export function ShareMonthPage() {
  const projectId = useProjectId();
  const { poolId = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const period = params.get("period") ?? thisPeriod();
  const month = { projectId, poolId, period };
  const query = useQuery(shareQueries.month(month));
  return (
    <>
      <PageHeader
        title={query.data ? `${query.data.poolName} ${formatPeriod(period)}` : "公摊"}
        back="billing/shares"
        help="shares"
        tags={query.data && <StatusTag value={query.data.status} labels={shareStatusLabels} tones={shareTones} />}
        actions={
          <>
            <PeriodPicker
              aria-label="月份"
              allowClear={false}
              value={period}
              onChange={(next) => setParams({ period: next ?? thisPeriod() })}
              style={{ width: 140 }}
            />
            {query.data && <Actions month={month} share={query.data} />}
          </>
        }
      />
      <QueryView query={query}>{(share) => <Month key={period} month={month} share={share} />}</QueryView>
    </>
  );
}

function Actions({ month, share }: { month: PoolMonth; share: ShareDto }) {
  const { mutateAsync: confirm } = useMutation(confirmShare(month));
  const { mutateAsync: remove } = useMutation(removeShare(month));
  const { status, fingerprint, problems } = share;
  return (
    <>
      {status !== "NONE" && (
        <>
          <PrintButton path={sharesFile(month, "pdf")}>公示表</PrintButton>
          <DownloadButton path={sharesFile(month, "csv")}>导出明细</DownloadButton>
        </>
      )}
      {status !== "CONFIRMED" && (
        <Can do="billing:run">
          <ShareEntry month={month} share={share} />
          {status === "DRAFT" && (
            <ConfirmButton title="删除本月的填写？" okText="删除" danger onConfirm={() => remove()}>
              删除填写
            </ConfirmButton>
          )}
        </Can>
      )}
      {status === "DRAFT" && fingerprint !== null && (
        <Can do="billing:publish">
          <Button
            type="primary"
            disabled={problems.length > 0}
            onClick={() => void confirm(fingerprint).catch(() => {})}
          >
            确认分摊
          </Button>
        </Can>
      )}
      {status === "CONFIRMED" && share.billedCount === 0 && (
        <Can do="billing:publish">
          <Withdraw month={month} share={share} />
        </Can>
      )}
    </>
  );
}

function Withdraw({ month, share }: { month: PoolMonth; share: ShareDto }) {
  const { mutateAsync } = useMutation(withdrawShare(month));
  return (
    <FormDialog<WithdrawShareDto>
      name="withdraw-share"
      title={`撤销确认 ${share.poolName}`}
      kind="modal"
      danger
      submitText="撤销确认"
      trigger={<Button danger>撤销确认</Button>}
      dto="WithdrawShareDto"
      note="撤销后可以修改金额，再重新确认；已经试算的应收批次需要重新试算。"
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}

function Month({ month, share }: { month: PoolMonth; share: ShareDto }) {
  const linkTo = usePageLink();
  if (share.status === "NONE")
    return <Alert type="info" showIcon title="本月还没有填写。填写金额或用量后，这里逐间列出应分摊的金额。" />;
  const { period, feeItemId, billedCount } = share;
  const pages = [
    ["应收批次", linkTo(`billing/runs?period=${period}`)],
    billedCount > 0 && [
      "应收明细",
      linkTo(`billing/charges?feeItemId=${feeItemId}&periodFrom=${period}&periodTo=${period}`),
    ],
  ] as const;
  return (
    <Flex vertical gap={12}>
      {share.problems.map((problem) => (
        <Alert key={problem} type="error" showIcon title={`不能确认：${problem}`} />
      ))}
      {share.warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
      {share.status === "CONFIRMED" && (
        <Alert
          type={billedCount > 0 ? "success" : "info"}
          showIcon
          title={billedCount > 0 ? billedInWords(share) : "已确认，还没有出账：下次应收批次会一起出账。"}
          action={
            <Flex wrap gap={12}>
              {pages.map(
                (page) =>
                  page &&
                  page[1] && (
                    <Link key={page[0]} to={page[1]}>
                      {page[0]}
                    </Link>
                  ),
              )}
            </Flex>
          }
        />
      )}
      <Card size="small" title="分摊依据">
        <DescriptionList items={factsOf(share)} />
      </Card>
      <Lines month={month} share={share} />
    </Flex>
  );
}

/** That it is billed, and how it could still be changed where no warning has said so. */
function billedInWords({ billedCount, warnings }: ShareDto): string {
  const billed = `已出账 ${billedCount} 间。`;
  if (warnings.length > 0) return billed;
  return `${billed}要更正，月结以前没有收款的红冲应收批次，其余在应收详情里更正金额。`;
}

function factsOf(share: ShareDto): [label: string, value: string][] {
  const { method, areaKind, useMeterKind, meterNo } = share;
  const base = method === "AREA" ? areaKindLabels[areaKind] : shareMethodLabels[method];
  const read = useMeterKind === null ? "" : `（${meterKindLabels[useMeterKind]}本月读数）`;
  const facts: [string, string][] = [
    ["公摊用途", share.purpose],
    ["收费项目", share.feeItemName],
    ["金额", amountInWords(share)],
    ["分摊方式", `${base}${read}，${share.memberCount} 间，合计 ${share.base}`],
    ["约定依据", share.legalBasis ?? "—"],
    ["填写人", share.enteredByName ?? "—"],
  ];
  if (meterNo !== null) facts.splice(2, 0, ["公共表", `${meterNo}，取本月读数`]);
  if (share.borneFen > 0) facts.push(["物业承担", `${formatFen(share.borneFen)} 元`]);
  if (share.remark) facts.push(["说明", share.remark]);
  if (share.confirmedAt) facts.push(["确认", `${share.confirmedByName} ${formatMoment(share.confirmedAt)}`]);
  return facts;
}

const columnsOf = (share: ShareDto): Column<Line>[] => [
  textColumn("roomCode", "房号"),
  textColumn("roomName", "房间"),
  {
    key: "weight",
    title: weightTitle(share),
    align: "right",
    render: (_value, { weight }) => <span className="figures">{weight}</span>,
  },
  {
    key: "raw",
    title: "应分摊（精确，元）",
    align: "right",
    render: (_value, { raw }) => <span className="figures">{raw}</span>,
  },
  {
    key: "remainderFen",
    title: "尾差",
    align: "right",
    render: (_value, { remainderFen }) => (remainderFen > 0 ? `+${formatFen(remainderFen)}` : "—"),
  },
  moneyColumn("amountFen", "分摊金额（元）"),
  { key: "borne", title: "备注", render: (_value, { borne }) => (borne ? "空置，由物业承担" : "") },
];

/** What rooms share by: `收费面积（m²）`, `水表用量`. */
function weightTitle({ method, areaKind, useMeterKind }: ShareDto): string {
  if (method === "AREA") return `${areaKindLabels[areaKind]}（m²）`;
  const meter = useMeterKind === null ? "" : meterKindLabels[useMeterKind];
  return meter + shareMethodLabels[method].replace("按", "");
}

function Lines({ month, share }: { month: PoolMonth; share: ShareDto }) {
  const table = useListTable({ list: shareQueries.lines(month), filters: [], keep: "memory" });
  return <ListTable name="share-lines" table={table} columns={columnsOf(share)} empty="没有房间参与分摊。" />;
}
