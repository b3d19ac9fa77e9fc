import { useMutation, useQuery } from "@tanstack/react-query";
import type { MeterDto } from "@linli/contracts";
import { meterKindLabels, meterStatusLabels } from "@linli/contracts/enums";
import { Button, Tabs } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { DescriptionList } from "../../../components/description-list";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { ThingTimeline } from "../../../components/thing-timeline";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useTab } from "../../../lib/use-tab";
import { DismantleMeterForm, EditMeterForm, ReplaceMeterForm } from "./meter-forms";
import { meterWords, placeOf } from "./meter-words";
import { deleteMeter, meterQueries } from "./meters.queries";
import { ReadingsTable } from "./readings-table";
import { RecordReadingForm } from "./reading-forms";

/** One meter: its readings, what it is, its history. */
export function MeterPage() {
  const { meterId = "" } = useParams();
  const query = useQuery(meterQueries.one(useProjectId(), meterId));
  return <QueryView query={query}>{(meter) => <MeterView key={meter.id} meter={meter} />}</QueryView>;
}

function MeterView({ meter }: { meter: MeterDto }) {
  const [tab, setTab] = useTab("readings");
  return (
    <>
      <PageHeader
        title={`${meterKindLabels[meter.kind]} ${meter.no}`}
        back="billing/meters"
        help="meters"
        description={[placeOf(meter), meter.position].filter(Boolean).join(" · ")}
        tags={<StatusTag value={meter.status} labels={meterStatusLabels} tones={{ ACTIVE: "good" }} />}
        figures={
          <>
            <StatCard title="最近读数" value={meter.lastReading} hint={meter.lastReadOn} />
            <StatCard
              title="倍率"
              value={meter.multiplier}
              hint={`${meter.digits} 位${meter.reverse ? "，反转表" : ""}`}
            />
            <StatCard title="收费标准" value={meter.rateName ?? "—"} hint={meter.feeItemName ?? "只抄表，不计费"} />
          </>
        }
        actions={<Actions meter={meter} />}
      />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        items={[
          { key: "readings", label: "读数", children: <ReadingsTable meter={meter} /> },
          { key: "basic", label: "基本资料", children: <Basics meter={meter} /> },
          {
            key: "history",
            label: "历史",
            children: <ThingTimeline entity="meter" entityId={meter.id} words={meterWords} />,
          },
        ]}
      />
    </>
  );
}

function Basics({ meter }: { meter: MeterDto }) {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const room = meter.roomId ? linkTo(`property/rooms/${meter.roomId}`) : undefined;
  const meterLink = (id: string | null, no: string | null) =>
    id ? <Link to={`/p/${projectId}/billing/meters/${id}`}>{no}</Link> : null;
  return (
    <DescriptionList
      items={[
        ["安装在", room ? <Link to={room}>{placeOf(meter)}</Link> : placeOf(meter)],
        ["位置", meter.position],
        ["抄表路线", meter.route],
        ["收费项目", meter.feeItemName],
        ["安装日期", meter.installedOn],
        ["起始读数", meter.startReading],
        Number(meter.openingUse) > 0 && ["年内已用量", meter.openingUse],
        ["位数", meter.digits],
        ["倍率", meter.multiplier],
        ["方向", meter.reverse ? "反转表" : "正转"],
        ["总表", meterLink(meter.parentId, meter.parentNo)],
        meter.replacesId !== null && ["更换前的旧表", meterLink(meter.replacesId, meter.replacesNo)],
        meter.removedOn !== null && ["拆表日期", meter.removedOn],
        ["备注", meter.remark],
      ]}
    />
  );
}

function Actions({ meter }: { meter: MeterDto }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { data } = useQuery(meterQueries.readings(projectId, meter.id)({ pageSize: 1 }));
  const { mutateAsync: remove } = useMutation(deleteMeter(projectId, meter.id));
  if (meter.status !== "ACTIVE") return null;
  const read = data === undefined || data.total > 0;
  return (
    <Can do="billing:meters">
      <RecordReadingForm meter={meter} trigger={<Button type="primary">登记读数</Button>} />
      <ReplaceMeterForm meter={meter} trigger={<Button>换表</Button>} />
      <EditMeterForm meter={meter} read={read} trigger={<Button>修改</Button>} />
      {read ? (
        <DismantleMeterForm meter={meter} trigger={<Button danger>拆表</Button>} />
      ) : (
        <ConfirmButton
          danger
          title={`删除表具 ${meter.no}？`}
          content="登记错了、还没有读数的表具可以删除。"
          okText="删除"
          onConfirm={() => remove().then(() => navigate(`/p/${projectId}/billing/meters`))}
        >
          删除
        </ConfirmButton>
      )}
    </Can>
  );
}
