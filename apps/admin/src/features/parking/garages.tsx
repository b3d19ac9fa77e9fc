import { useQuery } from "@tanstack/react-query";
import type { GarageDto } from "@linli/contracts";
import { Alert, Button, Empty, Table } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { Quantity } from "../../components/money";
import { QueryView } from "../../components/query-view";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { parkingQueries } from "./parking.queries";
import { SpaceForm } from "./space-form";

/** The garages of the directory, each with its spaces (PRP-06, PRK-03). */
export function Garages() {
  const query = useQuery(parkingQueries.garages(useProjectId()));
  return (
    <QueryView query={query}>
      {({ items, spacesWithoutPlace }) => (
        <>
          {spacesWithoutPlace > 0 && items.length > 0 && (
            <Alert
              type="info"
              showIcon
              className="form-note"
              title={`还有 ${spacesWithoutPlace} 个车位没有登记在车库或楼栋下`}
              description="在“车位”页修改车位，选择它所在的车库或楼栋。"
            />
          )}
          <GarageTable garages={items} />
        </>
      )}
    </QueryView>
  );
}

function GarageTable({ garages }: { garages: GarageDto[] }) {
  const linkTo = usePageLink();
  const count = (key: "spaces" | "ownerSpaces" | "incompleteSpaces", title: string) => ({
    key,
    title,
    align: "right" as const,
    render: (_value: unknown, garage: GarageDto) => <Quantity value={String(garage[key])} />,
  });
  return (
    <Table<GarageDto>
      size="small"
      rowKey="id"
      dataSource={garages}
      pagination={false}
      scroll={{ x: "max-content" }}
      locale={{
        emptyText: (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description="还没有车库。独立车库在“房产目录”里新增楼栋，类型选“车库”。"
          />
        ),
      }}
      columns={[
        {
          key: "name",
          title: "车库",
          render: (_value, { id, name }) => <Link to={linkTo(`property/buildings/${id}`) ?? "."}>{name}</Link>,
        },
        { key: "code", title: "代码", dataIndex: "code" },
        {
          ...count("spaces", "车位数"),
          render: (_value, { id, spaces }) => <Link to={`?buildingId=${id}`}>{spaces}</Link>,
        },
        count("ownerSpaces", "其中业主所有"),
        count("incompleteSpaces", "资料不全"),
        {
          key: "actions",
          title: "操作",
          width: 120,
          render: (_value, { id }) => (
            <Can do="parking:write">
              <SpaceForm buildingId={id} trigger={<Button size="small">新增车位</Button>} />
            </Can>
          ),
        },
      ]}
    />
  );
}
