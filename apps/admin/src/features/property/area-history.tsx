import { useQuery } from "@tanstack/react-query";
import type { AreaVersionDto, PendingAreaChangeDto } from "@linli/contracts";
import { Alert, Table } from "antd";
import { Link } from "react-router";
import { ErrorNote } from "../../components/error-note";
import { Quantity } from "../../components/money";
import { formatMoment } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useProjectId, useSession } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { roomQueries } from "./property.queries";

/** How the areas of a room came about (面积沿革), and the change that waits for approval. */
export function AreaHistory({ roomId }: { roomId: string }) {
  const { data, error, refetch } = useQuery(roomQueries.areas(useProjectId(), roomId));
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      {data.pending && <Pending change={data.pending} />}
      {data.versions.length > 0 && (
        <section aria-label="面积沿革" className="area-history">
          <h2 className="section-title">面积沿革</h2>
          <Versions versions={data.versions} />
        </section>
      )}
    </>
  );
}

function Pending({ change }: { change: PendingAreaChangeDto }) {
  const linkTo = usePageLink();
  const decides = useCan("property:approve");
  const { name } = useSession();
  const { startsOn, chargeArea, buildingArea, requestedByName, createdAt, reason, approvalId } = change;
  const mayOpen = decides || requestedByName === name;
  return (
    <Alert
      type="info"
      showIcon
      className="area-history"
      title={`面积变更等待审批：自 ${startsOn} 起收费面积 ${chargeArea} m²，建筑面积 ${buildingArea} m²`}
      description={`${requestedByName} 于 ${formatMoment(createdAt)} 申请：${reason}`}
      action={mayOpen && <Link to={linkTo(`approvals?approval=${approvalId}`) ?? "."}>查看申请</Link>}
    />
  );
}

const area = (key: keyof AreaVersionDto, title: string) => ({
  key,
  title: `${title}（m²）`,
  align: "right" as const,
  render: (_value: unknown, version: AreaVersionDto) => <Quantity value={version[key] as string | null} />,
});

function Versions({ versions }: { versions: AreaVersionDto[] }) {
  return (
    <Table<AreaVersionDto>
      size="small"
      rowKey="id"
      dataSource={versions}
      scroll={{ x: "max-content" }}
      pagination={versions.length > 10 && { pageSize: 10, showSizeChanger: false }}
      columns={[
        {
          key: "span",
          title: "使用期间",
          render: (_value, version) => (
            <span className="figures nowrap">
              {spanOf(version)} {version.current && <span className="tone tone-good">现在</span>}
            </span>
          ),
        },
        area("buildingArea", "建筑面积"),
        area("chargeArea", "收费面积"),
        area("innerArea", "套内面积"),
        area("sharedArea", "公摊面积"),
        area("usableArea", "使用面积"),
        { key: "reason", title: "原因", render: (_value, { reason }) => reason ?? "变更前的面积" },
        { key: "who", title: "申请人", render: (_value, { requestedByName }) => requestedByName ?? "—" },
        { key: "approver", title: "审批人", render: (_value, { approvedByName }) => approvedByName ?? "—" },
      ]}
    />
  );
}

/** The versions before the first change hold since ever. */
function spanOf({ startsOn, endsOn }: AreaVersionDto): string {
  if (startsOn === "1900-01-01") return `到 ${endsOn ?? "现在"}`;
  return endsOn === null ? `${startsOn} 起` : `${startsOn} 至 ${endsOn}`;
}
