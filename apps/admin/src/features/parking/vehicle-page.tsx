import { useMutation, useQuery } from "@tanstack/react-query";
import type { VehicleDetailDto } from "@linli/contracts";
import { vehicleFileLabels, vehicleKindLabels, vehicleRankLabels } from "@linli/contracts/enums";
import { Button, Flex, Tabs } from "antd";
import { Link, useParams } from "react-router";
import { Attachments } from "../../components/attachments";
import { Can } from "../../components/can";
import { DescriptionList } from "../../components/description-list";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { ThingTimeline } from "../../components/thing-timeline";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useTab } from "../../lib/use-tab";
import "../customer/customer.css";
import { EditVehicle, RelateVehicle, RetireVehicle } from "./vehicle-forms";
import { VehicleRelationsTable } from "./vehicle-relations-table";
import { plateText, vehicleWords } from "./vehicle.words";
import { restoreVehicle, vehicleQueries } from "./vehicles.queries";

/** Everything about one vehicle. */
export function VehiclePage() {
  const { vehicleId = "" } = useParams();
  const query = useQuery(vehicleQueries.one(useProjectId(), vehicleId));
  return <QueryView query={query}>{(vehicle) => <Vehicle key={vehicle.id} vehicle={vehicle} />}</QueryView>;
}

function Vehicle({ vehicle }: { vehicle: VehicleDetailDto }) {
  const [tab, setTab] = useTab("relations");
  const canWrite = useCan("parking:write");
  const { plate, model, color, active, remark, relations } = vehicle;
  return (
    <>
      <PageHeader
        title={`车辆 ${plateText(plate)}`}
        back="parking/vehicles"
        help="vehicles"
        description={`${model} ${color}`}
        tags={<span className={`tone ${active ? "tone-good" : "tone-neutral"}`}>{active ? "在用" : "停用"}</span>}
        figures={<Figures vehicle={vehicle} />}
        actions={<Actions vehicle={vehicle} />}
      />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: "relations",
            label: `客车关系（${relations.length}）`,
            children: (
              <>
                {active && (
                  <Can do="parking:write">
                    <Flex justify="end" style={{ marginBottom: 8 }}>
                      <RelateVehicle vehicle={vehicle} />
                    </Flex>
                  </Can>
                )}
                <VehicleRelationsTable side="vehicle" relations={relations} />
              </>
            ),
          },
          {
            key: "basic",
            label: "基本资料",
            children: (
              <DescriptionList
                items={[
                  ["车牌号码", plateText(plate)],
                  ["汽车型号", model],
                  ["汽车颜色", color],
                  ["备注", remark],
                ]}
              />
            ),
          },
          {
            key: "files",
            label: "照片与证件",
            children: (
              <Attachments ownerType="vehicle" ownerId={vehicle.id} kinds={vehicleFileLabels} canWrite={canWrite} />
            ),
          },
          {
            key: "history",
            label: "历史",
            children: <ThingTimeline entity="vehicle" entityId={vehicle.id} words={vehicleWords} />,
          },
        ]}
      />
    </>
  );
}

function Figures({
  vehicle: { ownerId, ownerName, roomCodes, spaceCodes, rank, kind },
}: {
  vehicle: VehicleDetailDto;
}) {
  const linkTo = usePageLink();
  return (
    <>
      <StatCard
        title="车主"
        value={ownerName ?? "—"}
        to={ownerId ? linkTo(`customer/customers/${ownerId}`) : undefined}
      />
      <StatCard title="房间" value={roomCodes.join("、") || "—"} hint={rank ? vehicleRankLabels[rank] : undefined} />
      <StatCard title="车位" value={spaceCodes.join("、") || "—"} hint={kind ? vehicleKindLabels[kind] : undefined} />
    </>
  );
}

function Actions({ vehicle }: { vehicle: VehicleDetailDto }) {
  const { mutate: restore, isPending } = useMutation(restoreVehicle(useProjectId(), vehicle.id));
  const bind = usePageLink()(
    `billing/bindings/objects?kind=VEHICLE&id=${vehicle.id}&code=${encodeURIComponent(plateText(vehicle.plate))}`,
  );
  return (
    <>
      {bind && vehicle.active && (
        <Link to={bind}>
          <Button tabIndex={-1}>绑定标准</Button>
        </Link>
      )}
      <Can do="parking:write">
        <EditVehicle vehicle={vehicle} />
        {vehicle.active ? (
          <RetireVehicle vehicle={vehicle} />
        ) : (
          <Button loading={isPending} onClick={() => restore()}>
            启用
          </Button>
        )}
      </Can>
    </>
  );
}
