import { useMutation, useQuery } from "@tanstack/react-query";
import type { DunningLevelDto, DunningPlanDto, DunningPreviewDto, DunningScopeDto } from "@linli/contracts";
import type { DunningKind } from "@linli/contracts/enums";
import { Alert, Button, Card, Empty, Flex, Form, Tabs } from "antd";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { ConfirmButton } from "../../../components/confirm-button";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { BuildingSelect } from "../../property/building-select";
import { Candidates } from "./candidates";
import { dunningQueries, issueDunning } from "./dunning.queries";
import { batchWords } from "./dunning-words";
import { LevelSelect } from "./level-select";

/** 批量催款: choose level and part of the project, look at who is asked and who is not and why, issue (BIL-113). */
export function DunningPreviewPage() {
  const [params] = useSearchParams();
  const projectId = useProjectId();
  const planId = params.get("planId");
  const levels = useQuery(dunningQueries.levels(projectId));
  const plans = useQuery({ ...dunningQueries.plans(projectId), enabled: planId !== null });
  return (
    <QueryView query={levels}>
      {({ items }) =>
        planId === null ? (
          <Wizard key="free" levels={items} params={params} />
        ) : (
          <QueryView query={plans}>
            {(all) => (
              <Wizard key={planId} levels={items} params={params} plan={all.items.find(({ id }) => id === planId)} />
            )}
          </QueryView>
        )
      }
    </QueryView>
  );
}

/** A plan fills in what it is for. */
function Wizard({
  levels,
  params,
  plan,
}: {
  levels: readonly DunningLevelDto[];
  params: URLSearchParams;
  plan?: DunningPlanDto;
}) {
  const [chosen, setChosen] = useState(plan?.levelId);
  const [buildingId, setBuildingId] = useState(plan?.buildingId);
  const [minAmountFen, setMinAmountFen] = useState(plan?.minAmountFen);
  const usable = levels.filter(({ active }) => active);
  // somebody who comes without a plan comes to dun
  const levelId = chosen ?? (usable.find(({ kind }) => kind === "DEMAND") ?? usable[0])?.id;
  const kind = levels.find(({ id }) => id === levelId)?.kind ?? "DEMAND";
  const words = batchWords[kind];
  const roomId = params.get("roomId");
  const payerId = params.get("payerId");
  const scope: DunningScopeDto | undefined = levelId
    ? {
        levelId,
        ...(buildingId && { buildingId }),
        ...(minAmountFen && { minAmountFen }),
        ...(roomId && { roomIds: [roomId] }),
        ...(payerId && { payerId }),
      }
    : undefined;
  return (
    <>
      <PageHeader
        title={roomId && kind === "DEMAND" ? "发催款单" : plan ? `${words.title}：${plan.name}` : words.title}
        back={roomId && payerId ? `billing/dunning/cases/${roomId}/${payerId}` : "billing/dunning/batches"}
        help="dunning"
        description={
          kind === "BILL"
            ? "到期前送达账单：先预览，确认后才登记。不是催款，不影响诉讼时效和以后的催缴级别。"
            : "先预览，确认后才登记；计至今日的违约金在发出时入账。"
        }
      />
      {usable.length > 0 ? (
        <>
          <Form layout="inline" component="div" style={{ rowGap: 8, marginBottom: 12 }}>
            <Form.Item label="级别">
              <LevelSelect aria-label="级别" activeOnly value={levelId} onChange={setChosen} style={{ width: 180 }} />
            </Form.Item>
            {!roomId && (
              <>
                <Form.Item label="楼栋">
                  <BuildingSelect aria-label="楼栋" value={buildingId} onChange={setBuildingId} />
                </Form.Item>
                <Form.Item label={`${words.open}不少于`}>
                  <MoneyInput
                    aria-label={`${words.open}不少于`}
                    value={minAmountFen}
                    onChange={setMinAmountFen}
                    style={{ width: 140 }}
                  />
                </Form.Item>
              </>
            )}
          </Form>
          {plan && scope && !isOfPlan(scope, plan) && (
            <Alert
              type="warning"
              showIcon
              className="form-note"
              title="级别、楼栋或金额与计划不同：发出后不算这个计划的一次，计划仍然到期。"
            />
          )}
          {scope && <Preview key={JSON.stringify(scope)} scope={scope} kind={kind} planId={plan?.id} />}
        </>
      ) : (
        <NoLevels />
      )}
    </>
  );
}

/** Whether it is what the plan asks for; the API counts nothing else as the plan's. */
const isOfPlan = (scope: DunningScopeDto, plan: DunningPlanDto): boolean =>
  scope.levelId === plan.levelId &&
  (scope.buildingId ?? null) === plan.buildingId &&
  (scope.minAmountFen ?? 0) === (plan.minAmountFen ?? 0) &&
  !scope.roomIds &&
  !scope.payerId;

function NoLevels() {
  const to = usePageLink()("billing/dunning/levels");
  return (
    <Card>
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有启用的催缴级别，请先设置。">
        {to && <Link to={to}>设置催缴级别</Link>}
      </Empty>
    </Card>
  );
}

function Preview({ scope, kind, planId }: Omit<FoundProps, "preview">) {
  // Always as the books are now: an old preview would only be refused.
  const query = useQuery({ ...dunningQueries.preview(useProjectId(), scope), staleTime: 0, gcTime: 0 });
  return (
    <QueryView query={query}>
      {(preview) => <Found preview={preview} scope={scope} kind={kind} planId={planId} />}
    </QueryView>
  );
}

interface FoundProps {
  preview: DunningPreviewDto;
  scope: DunningScopeDto;
  kind: DunningKind;
  planId: string | undefined;
}

function Found({ preview, scope, kind, planId }: FoundProps) {
  const words = batchWords[kind];
  const { cases, charges, openFen, lateFeeFen, skipped, skippedFen } = preview;
  return (
    <>
      <div className="card-grid" style={{ marginBottom: 12 }}>
        <StatCard title={words.asked} value={`${cases} 户`} hint={`${charges} 笔应收`} />
        <StatCard
          title={`${words.open}（元）`}
          value={<Money fen={openFen} />}
          hint={kind === "BILL" ? "都还没有到期" : lateFeeHint(lateFeeFen)}
        />
        <StatCard
          title={words.left}
          value={`${skipped} 户`}
          hint={`${words.open} ${formatFen(skippedFen)} 元，原因见下`}
        />
      </div>
      <Flex justify="end" style={{ marginBottom: 8 }}>
        <Issue key={preview.fingerprint} preview={preview} scope={scope} kind={kind} planId={planId} />
      </Flex>
      <Tabs
        defaultActiveKey={cases === 0 && skipped > 0 ? "skips" : "items"}
        items={[
          {
            key: "items",
            label: `${words.asked} ${cases}`,
            children: <Shown rows={preview.items} of={cases} kind={kind} asked />,
          },
          {
            key: "skips",
            label: `${words.left} ${skipped}`,
            children: <Shown rows={preview.skips} of={skipped} kind={kind} asked={false} />,
          },
        ]}
      />
    </>
  );
}

const lateFeeHint = (lateFeeFen: number): string =>
  lateFeeFen > 0 ? `另有未入账违约金 ${formatFen(lateFeeFen)}，发出时入账` : "没有未入账的违约金";

interface ShownProps {
  rows: DunningPreviewDto["items"];
  of: number;
  kind: DunningKind;
  asked: boolean;
}

function Shown({ rows, of, kind, asked }: ShownProps) {
  return (
    <>
      {rows.length < of && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title={`只列出前 ${rows.length} 户，合计包括全部 ${of} 户。`}
        />
      )}
      <Candidates rows={rows} asked={asked} kind={kind} />
    </>
  );
}

function Issue({ preview, scope, kind, planId }: FoundProps) {
  const words = batchWords[kind];
  const projectId = useProjectId();
  const navigate = useNavigate();
  // Chosen when the preview opens: a retry issues once.
  const [id] = useState(newId);
  const { mutateAsync } = useMutation(issueDunning(projectId));
  if (!useCan("billing:dun")) return null;
  if (preview.cases === 0) return <Button disabled>{words.none}</Button>;
  return (
    <ConfirmButton
      type="primary"
      title={words.question(preview.cases)}
      content={`${words.open} ${formatFen(preview.openFen)} 元${kind === "BILL" ? "" : `，违约金 ${formatFen(preview.lateFeeFen)} 元`}。${words.after}`}
      okText="发出"
      onConfirm={async () => {
        await mutateAsync({ id, fingerprint: preview.fingerprint, ...scope, ...(planId && { planId }) });
        void navigate(`/p/${projectId}/billing/dunning/batches/${id}`);
      }}
    >
      {words.issue(preview.cases)}
    </ConfirmButton>
  );
}
