import type { RelationEdgeDto, RelationGraphDto, RelationNodeDto } from "@linli/contracts";
import { kinshipLabels, nodeKindLabels, relationRoleLabels } from "@linli/contracts/enums";
import { Alert, Empty, Table, type TableColumnType } from "antd";
import { Link } from "react-router";
import { usePageLink } from "../../lib/page-links";
import { layout, NODE, type PlacedEdge, type PlacedNode } from "./graph-layout";
import "./query.css";

interface Props {
  graph: RelationGraphDto;
  /** The day of the page, carried on by the links; undefined: today. */
  on: string | undefined;
}

/** Who is tied to what (客房关系图): a picture of two steps, and the same as a table. */
export function RelationGraph({ graph, on }: Props) {
  if (graph.edges.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这一天没有客房关系" />;
  return (
    <>
      {graph.isCut && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title="关系太多，只画出了一部分；完整的关系请在各自的档案里查看"
        />
      )}
      <Picture graph={graph} on={on} />
      <GraphTable graph={graph} on={on} />
    </>
  );
}

/** The address of a node; undefined where the user may not go. */
function useNodeLink(on: string | undefined) {
  const linkTo = usePageLink();
  const query = on ? `?on=${on}` : "";
  return ({ kind, id }: Pick<RelationNodeDto, "kind" | "id">) =>
    linkTo(kind === "ROOM" ? `property/rooms/${id}${query}` : `customer/customers/${id}${query}`);
}

function Picture({ graph, on }: Props) {
  const { nodes, edges, width, height } = layout(graph);
  const toOf = useNodeLink(on);
  return (
    <div className="relation-picture" role="group" aria-label="客房关系图" tabIndex={0}>
      <svg width={width + 2} height={height + 2} viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden>
        {edges.map((edge) => (
          <Line key={edge.id} edge={edge} />
        ))}
      </svg>
      {nodes.map((node) => (
        <Node key={node.id} node={node} to={node.step === 0 ? undefined : toOf(node)} />
      ))}
    </div>
  );
}

function Line({ edge: { from, turn, to, label } }: { edge: PlacedEdge }) {
  const middle = (from.x + turn.x) / 2;
  return (
    <>
      <path d={`M${from.x},${from.y} C${middle},${from.y} ${middle},${turn.y} ${turn.x},${turn.y} L${to.x},${to.y}`} />
      <text x={to.x - 8} y={to.y - 4} textAnchor="end">
        {label}
      </text>
    </>
  );
}

function Node({ node: { x, y, height, kind, name, hint, step }, to }: { node: PlacedNode; to: string | undefined }) {
  const style = { left: x + 1, top: y + 1, width: NODE.width, height };
  const className = `relation-node relation-node-${kind.toLowerCase()}${step === 0 ? " relation-node-centre" : ""}`;
  const text = (
    <>
      <b title={name}>{name}</b>
      <small title={hint}>{hint}</small>
    </>
  );
  return to ? (
    <Link to={to} className={className} style={style} aria-label={`${nodeKindLabels[kind]} ${name} ${hint}`}>
      {text}
    </Link>
  ) : (
    <span className={className} style={style}>
      {text}
    </span>
  );
}

/** The same for those who would rather read, or hear it read. */
function GraphTable({ graph, on }: Props) {
  const toOf = useNodeLink(on);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const named = (id: string) => {
    const node = nodes.get(id);
    if (!node) return "—";
    const to = toOf(node);
    return to ? <Link to={to}>{node.name}</Link> : node.name;
  };
  const columns: TableColumnType<RelationEdgeDto>[] = [
    { title: "客户", key: "customer", render: (_value, { customerId }) => named(customerId) },
    { title: "房间", key: "room", render: (_value, { roomId }) => named(roomId) },
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
    {
      title: "起始日期",
      key: "startsOn",
      render: (_value, { startsOn }) => <span className="figures">{startsOn}</span>,
    },
  ];
  return (
    <Table<RelationEdgeDto>
      size="small"
      rowKey="relationId"
      columns={columns}
      dataSource={graph.edges}
      pagination={false}
      scroll={{ x: "max-content" }}
    />
  );
}
