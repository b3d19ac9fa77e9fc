import { useMutation, useQuery } from "@tanstack/react-query";
import type { RateDto } from "@linli/contracts";
import {
  changePolicyLabels,
  cycleAnchorLabels,
  cycleLabels,
  prorationLabels,
  rateFileLabels,
  roundingModeLabels,
  roundingUnitLabels,
  tierBasisLabels,
  timingLabels,
} from "@linli/contracts/enums";
import { Button, Tabs } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { Attachments } from "../../components/attachments";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { DescriptionList } from "../../components/description-list";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { ThingTimeline } from "../../components/thing-timeline";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useTab } from "../../lib/use-tab";
import { BindingList } from "./bindings-list";
import { lateFeeInWords } from "./late-fees/rate-late-fee";
import { EditRateForm, EndRateForm } from "./rate-forms";
import { RateVersions } from "./rate-versions";
import { baseInWords, dueInWords, priceInWords, rateWords } from "./rate-words";
import { rateQueries, removeRate } from "./rates.queries";

/** One rate: its rules, its prices by date, the rooms it holds for. */
export function RatePage() {
  const { rateId = "" } = useParams();
  const query = useQuery(rateQueries.one(useProjectId(), rateId));
  return <QueryView query={query}>{(rate) => <RateView key={rate.id} rate={rate} />}</QueryView>;
}

function RateView({ rate }: { rate: RateDto }) {
  const [tab, setTab] = useTab("prices");
  const mayKeep = useCan("billing:rates");
  return (
    <>
      <PageHeader
        title={`${rate.feeItemName} · ${rate.name}`}
        back="billing/rates"
        help="charging"
        tags={
          <>
            <span className={`tone tone-${rate.active ? "good" : "neutral"}`}>{rate.active ? "启用" : "停用"}</span>
            {rate.billed && <span className="tone tone-active">已出账</span>}
          </>
        }
        actions={<Actions rate={rate} />}
        figures={
          <>
            <StatCard title="当前价格" value={priceInWords(rate)} hint={baseInWords(rate)} />
            <StatCard title="在用绑定" value={rate.roomCount} hint="今日有效" to="?tab=rooms" />
            <StatCard title="应缴日" value={dueInWords(rate)} hint={`按${cycleLabels[rate.cycle]}收取`} />
          </>
        }
      />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        items={[
          { key: "prices", label: "价格", children: <RateVersions rate={rate} /> },
          { key: "rules", label: "计费规则", children: <Rules rate={rate} /> },
          { key: "rooms", label: "绑定", children: <BindingList rateId={rate.id} /> },
          {
            key: "files",
            label: "依据文件",
            children: <Attachments ownerType="rate" ownerId={rate.id} kinds={rateFileLabels} canWrite={mayKeep} />,
          },
          {
            key: "history",
            label: "历史",
            children: <ThingTimeline entity="rate" entityId={rate.id} words={rateWords} />,
          },
        ]}
      />
    </>
  );
}

function Rules({ rate }: { rate: RateDto }) {
  return (
    <DescriptionList
      items={[
        ["计费方式", baseInWords(rate)],
        rate.formula !== null && ["计费公式", rate.formula],
        ["计费周期", cycleLabels[rate.cycle]],
        rate.cycle !== "MONTH" && rate.base !== "METERED" && ["周期起算", cycleAnchorLabels[rate.cycleAnchor]],
        rate.cycle !== "MONTH" && ["出账时间", timingLabels[rate.timing]],
        rate.tierBasis !== null && ["阶梯累计", tierBasisLabels[rate.tierBasis]],
        rate.base !== "METERED" && ["不足一月", prorationLabels[rate.proration]],
        ["月中变更", changePolicyLabels[rate.changePolicy]],
        ["取整", `${roundingModeLabels[rate.roundingMode]}到${roundingUnitLabels[rate.roundingUnit]}`],
        ["应缴日", dueInWords(rate)],
        ["违约金", rate.current && lateFeeInWords(rate.current)],
        ["最少缴费月数", rate.minimumMonths],
        ["定价依据", rate.legalBasis],
      ]}
    />
  );
}

function Actions({ rate }: { rate: RateDto }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync: remove } = useMutation(removeRate(projectId));
  return (
    <>
      {rate.active && (
        <Can do="billing:bind">
          <Link to={`/p/${projectId}/billing/bindings/new?rateId=${rate.id}`}>
            <Button type="primary" tabIndex={-1}>
              绑定房间
            </Button>
          </Link>
          {rate.base !== "METERED" && (
            <Link to={`/p/${projectId}/billing/bindings/objects?rateId=${rate.id}`}>
              <Button tabIndex={-1}>绑定车位、车辆、合同</Button>
            </Link>
          )}
        </Can>
      )}
      <Can do="billing:rates">
        <EditRateForm rate={rate} trigger={<Button>修改</Button>} />
        <EndRateForm rate={rate} trigger={<Button>结束</Button>} />
        {!rate.billed && (
          <ConfirmButton
            danger
            title={`删除收费标准 ${rate.name}？`}
            content="只能删除没有绑定过房间的标准。"
            okText="删除"
            onConfirm={() => remove(rate.id).then(() => navigate(`/p/${projectId}/billing/rates`))}
          >
            删除
          </ConfirmButton>
        )}
      </Can>
    </>
  );
}
