import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { OpeningCountDto, OpeningDto } from "@linli/contracts";
import { openingKindLabels, openingRowKindLabels, openingSignLabels } from "@linli/contracts/enums";
import { Alert, Steps, Tabs } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { JobProgress } from "../../../components/job-progress";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { ThingTimeline } from "../../../components/thing-timeline";
import { formatMoment } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { useIsNarrow } from "../../../lib/use-is-narrow";
import { OpeningActions } from "./opening-actions";
import { OpeningRows } from "./opening-rows";
import { OpeningState } from "./opening-state";
import { OpeningTieOut } from "./opening-tie-out";
import { hasBalances, signTones, stepOf } from "./opening-words";
import "./openings.css";
import { openingQueries } from "./openings.queries";

/** One import: what the check says row by row, the posting, the tie-out to the old list, the signature. */
export function OpeningPage() {
  const { openingId = "" } = useParams();
  const query = useQuery(openingQueries.one(useProjectId(), openingId));
  return <QueryView query={query}>{(opening) => <OpeningView key={opening.id} opening={opening} />}</QueryView>;
}

function OpeningView({ opening }: { opening: OpeningDto }) {
  const { status, sign, kind, openingNo, fileName, createdByName, createdAt, cutOverOn } = opening;
  const [params, setParams] = useSearchParams();
  const balances = hasBalances(opening.counts);
  const tabs = [
    { key: "rows", label: "逐行结果", children: <OpeningRows opening={opening} /> },
    ...(balances ? [{ key: "tie-out", label: "与原清单核对", children: <OpeningTieOut opening={opening} /> }] : []),
    { key: "history", label: "历史", children: <ThingTimeline entity="opening" entityId={opening.id} /> },
  ];
  const tab = tabs.find(({ key }) => key === params.get("tab")) ?? tabs[0]!;
  return (
    <>
      <PageHeader
        title={openingNo ? `${openingNo} ${fileName}` : fileName}
        back="billing/openings"
        help="openings"
        tags={
          <>
            <OpeningState opening={opening} />
            {status === "POSTED" && balances && <StatusTag value={sign} labels={openingSignLabels} tones={signTones} />}
          </>
        }
        description={`${openingKindLabels[kind]} · ${createdByName} 于 ${formatMoment(createdAt)} 上传 · 启用日期 ${cutOverOn}`}
        actions={<OpeningActions opening={opening} />}
      />
      <OpeningSteps opening={opening} />
      <Notices opening={opening} />
      <div className="card-grid">
        {opening.counts.map((count) => (
          <Count key={count.kind} count={count} isOpen={status === "CHECKED"} />
        ))}
      </div>
      <Tabs
        activeKey={tab.key}
        // another tab begins with everything: filters belong to the one they were chosen in
        onChange={(key) => setParams({ tab: key }, { replace: true })}
        destroyOnHidden
        items={tabs}
      />
    </>
  );
}

function OpeningSteps({ opening }: { opening: OpeningDto }) {
  const isNarrow = useIsNarrow();
  const step = stepOf(opening);
  const isRefused = opening.status === "REVERSED" || opening.faultCount > 0 || opening.failure !== null;
  return (
    <Steps
      size="small"
      className="opening-steps"
      orientation="horizontal"
      responsive={false}
      titlePlacement={isNarrow ? "vertical" : "horizontal"}
      current={step}
      status={opening.stuck || (step === 0 && isRefused) ? "error" : step === 3 ? "finish" : "process"}
      items={["检查", "入账", ...(opening.kind === "BALANCE" ? ["核对签字"] : [])].map((title) => ({ title }))}
    />
  );
}

function Notices({ opening }: { opening: OpeningDto }) {
  const client = useQueryClient();
  const projectId = useProjectId();
  const { status, stuck, failure, faultCount, kind, jobId, otherSheets } = opening;
  return (
    <>
      {status === "POSTING" && jobId && (
        <section className="opening-part" aria-label="进度">
          <JobProgress projectId={projectId} jobId={jobId} onDone={() => void client.invalidateQueries()} />
        </section>
      )}
      {stuck && (
        <Alert
          type="error"
          showIcon
          className="opening-part"
          title="入账没有完成"
          description="没有写入任何数据。可以再次入账，或者作废后重新上传。"
        />
      )}
      {status === "CHECKED" && failure && (
        <Alert type="error" showIcon className="opening-part" title={failure} description="没有写入任何数据。" />
      )}
      {status === "CHECKED" && faultCount > 0 && (
        <Alert
          type="warning"
          showIcon
          className="opening-part"
          title={`有 ${faultCount} 行有误`}
          action={<Link to="?tab=rows&faulty=true">只看有误的行</Link>}
          description={
            kind === "BALANCE"
              ? "请在文件中改正后重新上传：期初余额要么整份入账，要么一行也不入账。"
              : "可以在文件中改正后重新上传，也可以在入账时跳过这些行。"
          }
        />
      )}
      {otherSheets.length > 0 && (
        <Alert type="info" showIcon className="opening-part" title={`没有读取的工作表：${otherSheets.join("、")}`} />
      )}
      {status === "REVERSED" && (
        <Alert
          type="info"
          showIcon
          className="opening-part"
          title={`${opening.reversedByName} 于 ${formatMoment(opening.reversedAt ?? "")} 整批撤回：${opening.reversalReason}`}
        />
      )}
    </>
  );
}

function Count({ count, isOpen }: { count: OpeningCountDto; isOpen: boolean }) {
  const { kind, faults, amountFen, paidFen } = count;
  const rows = `${count.count.toLocaleString("en-US")} 行`;
  const faulty = faults > 0 ? `，另有 ${faults.toLocaleString("en-US")} 行有误${isOpen ? "" : "，没有入账"}` : "";
  const tone = isOpen && faults > 0 ? "warning" : "plain";
  if (kind === "PAID_THROUGH")
    return <StatCard title={openingRowKindLabels[kind]} value={rows} hint={`出账从次日开始${faulty}`} tone={tone} />;
  if (kind === "HISTORY")
    return (
      <>
        <StatCard title="历史缴费（实缴）" value={<Money fen={paidFen} />} hint={`${rows}${faulty}`} tone={tone} />
        <StatCard title="应缴" value={<Money fen={amountFen} />} hint={<Short fen={amountFen - paidFen} />} />
      </>
    );
  return (
    <StatCard
      title={openingRowKindLabels[kind]}
      value={<Money fen={amountFen} />}
      hint={`${rows}${faulty}`}
      tone={tone}
    />
  );
}

function Short({ fen }: { fen: number }) {
  return (
    <>
      比实缴{fen < 0 ? "少" : "多"} <Money fen={Math.abs(fen)} />
    </>
  );
}
