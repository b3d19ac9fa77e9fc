import { useMutation, useQuery } from "@tanstack/react-query";
import type { RoomDto } from "@linli/contracts";
import { roomStateLabels } from "@linli/contracts/enums";
import { Button, Skeleton, Tabs } from "antd";
import { lazy, Suspense } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { roomTabs } from "../../app/room-tabs";
import { AsOfBar } from "../../components/as-of-bar";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { StatusTag } from "../../components/status-tag";
import { ThingTimeline } from "../../components/thing-timeline";
import { formatFen } from "../../lib/money";
import { isAllowed } from "../../lib/rights";
import { useProject, useProjectId, useSession } from "../../lib/session";
import { useAsOf } from "../../lib/use-as-of";
import { useCan } from "../../lib/use-can";
import { useTab } from "../../lib/use-tab";
import { Pictures } from "./pictures";
import "./property.css";
import { removeRoom, roomQueries } from "./property.queries";
import { roomStateTones, roomWords } from "./property.words";
import { RoomBasics } from "./room-basics";
import { RoomFlags } from "./room-list";
import { RoomLineage } from "./room-lineage";
import { RoomMoreMenu } from "./room-more-menu";

/** The room: the hub of everything that concerns it (console.md). */
export function RoomPage() {
  const projectId = useProjectId();
  const { roomId = "" } = useParams();
  const query = useQuery(roomQueries.one(projectId, roomId));
  return <QueryView query={query}>{(room) => <RoomView key={room.id} room={room} />}</QueryView>;
}

function RoomView({ room }: { room: RoomDto }) {
  const projectId = useProjectId();
  const [on, setOn] = useAsOf();
  const mayAsk = useCan("customer:read");
  const added = useAddedTabs();
  const own = ["basic", "files", "history"];
  const opening = added.find(({ first }) => first)?.key ?? "basic";
  const [tab, setTab] = useTab(opening);
  const isKnown = own.includes(tab) || added.some(({ key }) => key === tab);
  const tabOf = ({ key, title, Content }: AddedTab) => ({
    key,
    label: title,
    children: (
      <Suspense fallback={<Skeleton active />}>
        <Content room={room} />
      </Suspense>
    ),
  });

  return (
    <>
      <PageHeader
        title={`房间 ${room.code}`}
        back={`/p/${projectId}/property/rooms`}
        description={
          <>
            <Link to={`/p/${projectId}/property/buildings/${room.buildingId}`}>{room.buildingName}</Link>{" "}
            {room.unitName} {room.name}
          </>
        }
        tags={
          <>
            <StatusTag value={room.state} labels={roomStateLabels} tones={roomStateTones} />
            {(room.incomplete.length > 0 || !room.active) && <RoomFlags room={room} />}
          </>
        }
        actions={<RoomActions room={room} />}
        figures={!(mayAsk && on) && <RoomFigures room={room} />}
      />
      <RoomLineage room={room} />
      {mayAsk && <AsOfBar on={on} onChange={setOn} />}
      {mayAsk && on ? (
        <Suspense fallback={<Skeleton active />}>
          <RoomAsOf roomId={room.id} on={on} />
        </Suspense>
      ) : (
        <Tabs
          activeKey={isKnown ? tab : opening}
          onChange={setTab}
          destroyOnHidden
          items={[
            ...added.filter(({ first }) => first).map(tabOf),
            { key: "basic", label: "基本资料", children: <RoomBasics room={room} /> },
            ...added.filter(({ first }) => !first).map(tabOf),
            { key: "files", label: "附件", children: <Pictures ownerType="room" ownerId={room.id} /> },
            {
              key: "history",
              label: "历史",
              children: <ThingTimeline entity="room" entityId={room.id} words={roomWords} />,
            },
          ]}
        />
      )}
    </>
  );
}

/** The room as of another day, loaded when somebody asks. */
const RoomAsOf = lazy(async () => ({ default: (await import("../query/room-as-of")).RoomAsOf }));

/** The tabs of other features, each loaded when it is opened. */
const addedTabs = roomTabs.map(({ load, ...tab }) => ({
  ...tab,
  Content: lazy(async () => ({ default: await load() })),
}));

type AddedTab = (typeof addedTabs)[number];

/** Those that this user may see in this project. */
function useAddedTabs() {
  const session = useSession();
  const project = useProject();
  return addedTabs.filter(
    ({ anyOf, module }) =>
      isAllowed(session, project, anyOf) && (module === undefined || project.modules.includes(module)),
  );
}

/** The three figures that matter, of today: left out while the page answers for another day. */
function RoomFigures({ room }: { room: RoomDto }) {
  const projectId = useProjectId();
  const maySee = useCan("billing:read");
  const { data } = useQuery({ ...roomQueries.figures(projectId, room.id), enabled: maySee });
  const area = <StatCard title="收费面积" value={`${room.chargeArea} m²`} hint={`建筑面积 ${room.buildingArea} m²`} />;
  if (!maySee) return area;
  const own = data && data.overdueFen > 0 ? `其中逾期 ${formatFen(data.overdueFen)}` : "没有逾期";
  const before = data && data.predecessorOpenFen > 0 ? `；前身房间另欠 ${formatFen(data.predecessorOpenFen)}` : "";
  const overdue = own + before;
  return (
    <>
      <StatCard
        title="欠费（元）"
        loading={!data}
        value={formatFen(data?.openFen ?? 0)}
        hint={overdue}
        tone={data && data.openFen > 0 ? "bad" : "plain"}
        to="?tab=charges"
      />
      <StatCard
        title="预收余额（元）"
        loading={!data}
        value={formatFen(data?.prepaidFen ?? 0)}
        hint={data?.lastReceivedOn ? `最近收款 ${data.lastReceivedOn}` : "还没有收款"}
        to="?tab=receipts"
      />
      {area}
    </>
  );
}

function RoomActions({ room }: { room: RoomDto }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync: remove } = useMutation(removeRoom(projectId));
  return (
    <>
      <Can do="billing:collect">
        <Link to={`/p/${projectId}/billing/desk?roomId=${room.id}`}>
          <Button type="primary" tabIndex={-1}>
            收款
          </Button>
        </Link>
      </Can>
      <Can do="property:write">
        {room.endedOn === null && (
          <ConfirmButton
            danger
            title={`删除房间 ${room.code}？`}
            content="只能删除没有应收、客户关系和收费绑定的房间；不再使用的房间请停用。"
            okText="删除"
            onConfirm={() => remove(room.id).then(() => navigate(`/p/${projectId}/property/rooms`))}
          >
            删除
          </ConfirmButton>
        )}
      </Can>
      <RoomMoreMenu room={room} />
    </>
  );
}
