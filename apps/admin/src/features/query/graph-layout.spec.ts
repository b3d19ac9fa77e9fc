import type { RelationEdgeDto, RelationGraphDto } from "@linli/contracts";
import { edgeText, layout, NODE } from "./graph-layout";

const edge = (customerId: string, roomId: string, more: Partial<RelationEdgeDto> = {}): RelationEdgeDto => ({
  relationId: `${customerId}-${roomId}-${more.role ?? "OWNER"}`,
  customerId,
  roomId,
  role: "OWNER",
  share: null,
  kinship: null,
  headName: null,
  isPrimaryContact: false,
  startsOn: "2024-05-03",
  ...more,
});

/** A room with two people, one of them in two roles, who both have to do with a second room. */
const graph: RelationGraphDto = {
  on: "2026-01-01",
  isCut: false,
  nodes: [
    { id: "r1", kind: "ROOM", name: "1-101", hint: "", step: 0 },
    { id: "a", kind: "CUSTOMER", name: "甲", hint: "", step: 1 },
    { id: "b", kind: "CUSTOMER", name: "乙", hint: "", step: 1 },
    { id: "r2", kind: "ROOM", name: "1-102", hint: "", step: 2 },
  ],
  edges: [edge("a", "r1"), edge("a", "r1", { role: "TENANT" }), edge("b", "r1"), edge("a", "r2"), edge("b", "r2")],
};

test("columns follow the steps, and nothing covers anything", () => {
  const { nodes, edges, width, height } = layout(graph);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  expect(byId.get("r1")!.x).toBeLessThan(byId.get("a")!.x);
  expect(byId.get("a")!.x).toBeLessThan(byId.get("r2")!.x);
  expect(byId.get("b")!.y).toBeGreaterThanOrEqual(byId.get("a")!.y + byId.get("a")!.height + NODE.gap);
  for (const node of nodes) {
    expect(node.x + NODE.width).toBeLessThanOrEqual(width);
    expect(node.y).toBeGreaterThanOrEqual(0);
    expect(node.y + node.height).toBeLessThanOrEqual(height);
  }
  const ends = edges.map(({ to }) => `${to.x},${to.y}`);
  expect(new Set(ends).size).toBe(graph.edges.length);
});

test("a thing without relations is a picture of one node", () => {
  const alone = layout({ ...graph, nodes: graph.nodes.slice(0, 1), edges: [] });
  expect(alone).toMatchObject({ edges: [], width: NODE.width, height: NODE.height });
});

test("a line says what somebody is, and since when", () => {
  expect(edgeText(edge("a", "r", { share: "60" }))).toBe("业主 60% · 2024-05-03 起");
  expect(edgeText(edge("a", "r", { role: "FAMILY", kinship: "CHILD" }))).toBe("家庭成员 子女 · 2024-05-03 起");
});
