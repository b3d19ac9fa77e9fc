import type { RelationDto } from "@linli/contracts";
import { kinshipLabels, relationRoleLabels } from "@linli/contracts/enums";
import { Table, Tooltip, type TableColumnType } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { StatusTag } from "../../components/status-tag";
import { formatMoment, today } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { lastsOrComes, roleTones, spanText } from "./customer.words";
import { ChangeRelation } from "./change-relation";
import { CorrectRelation, EndRelation } from "./relation-actions";
import { RemoveMember } from "./remove-member";

/** Who can be removed from a household; owners leave by transfer, tenants when their term ends. */
const isMember = ({ role }: RelationDto) => role === "FAMILY" || role === "USER" || role === "AGENT";

/** Relations seen from a customer (his rooms) or from a room (its people): present ones first, ended ones in grey. */
export function RelationsTable({ side, relations }: { side: "customer" | "room"; relations: readonly RelationDto[] }) {
  const linkTo = usePageLink();
  const day = today();
  const other: TableColumnType<RelationDto> =
    side === "customer"
      ? {
          title: "房间",
          key: "room",
          render: (_value, { roomId, roomCode }) => {
            const to = linkTo(`property/rooms/${roomId}?tab=relations`);
            return to ? <Link to={to}>{roomCode}</Link> : roomCode;
          },
        }
      : {
          title: "客户",
          key: "customer",
          render: (_value, { customerId, customerName }) => {
            const to = linkTo(`customer/customers/${customerId}`);
            return to ? <Link to={to}>{customerName}</Link> : customerName;
          },
        };
  const number: TableColumnType<RelationDto> = {
    title: "客户编号",
    key: "number",
    render: (_value, { customerNumber }) => <span className="figures">{customerNumber}</span>,
  };
  const phone: TableColumnType<RelationDto> = {
    title: "手机",
    key: "mobile",
    render: (_value, { mobileMasked }) => <span className="figures">{mobileMasked ?? "—"}</span>,
  };

  const reason: TableColumnType<RelationDto> = {
    title: "结束原因",
    key: "endReason",
    render: (_value, { endReason }) => endReason ?? "—",
  };

  const columns: TableColumnType<RelationDto>[] = [
    other,
    ...(side === "room" ? [number] : []),
    {
      title: "关系",
      key: "role",
      render: (_value, { role, kinship, headName, authority, isPrimaryContact, correctedAt }) => (
        <span className="customer-tags">
          <StatusTag value={role} labels={relationRoleLabels} tones={roleTones} />
          {kinship && <span>{kinshipLabels[kinship]}</span>}
          {headName && <span>户主 {headName}</span>}
          {isPrimaryContact && <span className="tone tone-neutral">首要联系人</span>}
          {authority && (
            <Tooltip title={`代理权限：${authority}`}>
              <span className="tone tone-neutral" tabIndex={0}>
                代理权限
              </span>
            </Tooltip>
          )}
          {correctedAt && (
            <Tooltip title={`${formatMoment(correctedAt)} 更正过，前后内容见历史`}>
              <span className="tone tone-warning" tabIndex={0}>
                已更正
              </span>
            </Tooltip>
          )}
        </span>
      ),
    },
    {
      title: "产权份额",
      key: "share",
      align: "right",
      render: (_value, { share }) => (share === null ? "—" : `${share}%`),
    },
    ...(side === "room" ? [phone] : []),
    {
      title: "起止",
      key: "span",
      render: (_value, relation) => <span className="figures nowrap">{spanText(relation)}</span>,
    },
    ...(relations.some(({ endReason }) => endReason !== null) ? [reason] : []),
    {
      title: "操作",
      key: "actions",
      width: 150,
      render: (_value, relation) => (
        <span className="row-actions">
          {lastsOrComes(relation, day) && (
            <Can do="customer:write">
              <ChangeRelation relation={relation} />
            </Can>
          )}
          <Can do="customer:key-data">
            <CorrectRelation relation={relation} />
          </Can>
          {lastsOrComes(relation, day) && relation.endReason === null && (
            <Can do="customer:write">
              {isMember(relation) ? <RemoveMember relation={relation} /> : <EndRelation relation={relation} />}
            </Can>
          )}
        </span>
      ),
    },
  ];

  return (
    <Table<RelationDto>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...relations]}
      pagination={false}
      scroll={{ x: "max-content" }}
      rowClassName={(relation) => (lastsOrComes(relation, day) ? "" : "ended")}
      locale={{ emptyText: side === "room" ? "这个房间还没有客户" : "这位客户还没有房间" }}
    />
  );
}
