import type { AsOfDutyDto, AsOfPayerDto, AsOfPersonDto, AsOfRateDto } from "@linli/contracts";
import {
  areaKindLabels,
  cycleLabels,
  kinshipLabels,
  payerBasisLabels,
  rateBaseLabels,
  type Kinship,
  type RelationRole,
  relationRoleLabels,
} from "@linli/contracts/enums";
import { Table, type TableColumnType } from "antd";
import { Link } from "react-router";
import { usePageLink } from "../../lib/page-links";

interface RelationLike {
  relationId: string;
  role: RelationRole;
  share: string | null;
  kinship: Kinship | null;
  headName: string | null;
  authority: string | null;
  isPrimaryContact: boolean;
  startsOn: string;
}

const table = { size: "small", pagination: false, scroll: { x: "max-content" } } as const;

/** What an empty table says, in a colour that can be read. */
const none = (text: string) => ({ emptyText: <span className="as-of-none">{text}</span> });

/** The page of a person as of the same day. */
export function PersonLink({ person, on }: { person: AsOfPersonDto; on: string }) {
  const to = usePageLink()(`customer/customers/${person.customerId}?on=${on}`);
  return to ? <Link to={to}>{person.customerName}</Link> : person.customerName;
}

/** The page of a room as of the same day. */
export function RoomLink({ room, on }: { room: { roomId: string; roomCode: string }; on: string }) {
  const to = usePageLink()(`property/rooms/${room.roomId}?on=${on}`);
  return to ? <Link to={to}>{room.roomCode}</Link> : room.roomCode;
}

/** Relations of one side; `other` shows the other side of each. */
export function AsOfRelations<Row extends RelationLike>({
  rows,
  other,
  empty,
}: {
  rows: readonly Row[];
  other: readonly TableColumnType<Row>[];
  empty: string;
}) {
  const columns: TableColumnType<Row>[] = [
    ...other,
    {
      title: "关系",
      key: "role",
      render: (_value, { role, kinship, headName, isPrimaryContact }) =>
        [
          relationRoleLabels[role],
          kinship && kinshipLabels[kinship],
          headName && `户主 ${headName}`,
          isPrimaryContact && "首要联系人",
        ]
          .filter(Boolean)
          .join(" · "),
    },
    {
      title: "产权份额",
      key: "share",
      align: "right",
      render: (_value, { share }) => (share === null ? "—" : `${share}%`),
    },
    { title: "代理权限", key: "authority", render: (_value, { authority }) => authority ?? "—" },
    { title: "自", key: "startsOn", render: (_value, { startsOn }) => <span className="figures">{startsOn}</span> },
  ];
  const shown = rows.some(({ authority }) => authority !== null)
    ? columns
    : columns.filter(({ key }) => key !== "authority");
  return <Table<Row> {...table} rowKey="relationId" columns={shown} dataSource={[...rows]} locale={none(empty)} />;
}

/** Who pays on the day, per item and for all others. */
export function AsOfPayers({ payers, on }: { payers: readonly AsOfPayerDto[]; on: string }) {
  const hasItems = payers.length > 1;
  const columns: TableColumnType<AsOfPayerDto>[] = [
    {
      title: "收费项目",
      key: "item",
      render: (_value, { feeItemName }) => feeItemName ?? (hasItems ? "其余收费项目" : "全部收费项目"),
    },
    {
      title: "收费对象",
      key: "payer",
      render: (_value, { payer }) =>
        payer ? <PersonLink person={payer} on={on} /> : <span className="negative">没有</span>,
    },
    {
      title: "依据",
      key: "basis",
      render: (_value, { basis }) => (basis ? payerBasisLabels[basis] : "有多个业主或公司业主，未指定收费对象"),
    },
    {
      title: "连带责任",
      key: "jointly",
      render: (_value, { jointly }) =>
        jointly.length === 0 ? "—" : jointly.map(({ customerName }) => customerName).join("、"),
    },
  ];
  return (
    <Table<AsOfPayerDto>
      {...table}
      rowKey={({ feeItemId }) => feeItemId ?? "all"}
      columns={columns}
      dataSource={[...payers]}
    />
  );
}

/** The rates in force with the price of the day. */
export function AsOfRates({ rates }: { rates: readonly AsOfRateDto[] }) {
  const columns: TableColumnType<AsOfRateDto>[] = [
    { title: "收费项目", key: "item", dataIndex: "feeItemName" },
    { title: "收费标准", key: "rate", dataIndex: "rateName" },
    {
      title: "计费方式",
      key: "base",
      render: (_value, { base, areaKind, cycle }) =>
        `${rateBaseLabels[base]}${base === "AREA" ? `（${areaKindLabels[areaKind]}）` : ""} · 按${cycleLabels[cycle]}`,
    },
    {
      title: "单价（元）",
      key: "price",
      align: "right",
      render: (_value, { unitPrice, agreed }) => (
        <span className="figures">
          {unitPrice ?? "无有效价格"}
          {agreed && "（约定）"}
        </span>
      ),
    },
    {
      title: "附加费（元/月）",
      key: "surcharge",
      align: "right",
      render: (_value, { surcharge }) => (surcharge === null || Number(surcharge) === 0 ? "—" : surcharge),
    },
    { title: "约定数量", key: "quantity", align: "right", render: (_value, { quantity }) => quantity ?? "—" },
  ];
  return (
    <Table<AsOfRateDto>
      {...table}
      rowKey={({ rateId, quantity, unitPrice }) => `${rateId} ${quantity} ${unitPrice}`}
      columns={columns}
      dataSource={[...rates]}
      locale={none("这一天没有绑定收费标准")}
    />
  );
}

/** What a customer pays for. */
export function AsOfDuties({ duties, on }: { duties: readonly AsOfDutyDto[]; on: string }) {
  const columns: TableColumnType<AsOfDutyDto>[] = [
    { title: "房间", key: "room", render: (_value, duty) => <RoomLink room={duty} on={on} /> },
    {
      title: "付费范围",
      key: "items",
      render: (_value, { isGeneral, feeItemNames }) => {
        const names = feeItemNames.join("、");
        if (!isGeneral) return names;
        return names === "" ? "全部收费项目" : `全部收费项目，${names}除外`;
      },
    },
    { title: "依据", key: "basis", render: (_value, { basis }) => payerBasisLabels[basis] },
  ];
  return (
    <Table<AsOfDutyDto>
      {...table}
      rowKey="roomId"
      columns={columns}
      dataSource={[...duties]}
      locale={none("这一天不用付费")}
    />
  );
}
