import type { RelationEdgeDto, RelationGraphDto, RelationNodeDto } from "@linli/contracts";
import { kinshipLabels, relationRoleLabels } from "@linli/contracts/enums";

/** Sizes of the picture in pixels. */
export const NODE = { width: 132, height: 44, gap: 12 } as const;
const LABEL = 168;
const SLOT = 22;

/** A node with its place. */
export interface PlacedNode extends RelationNodeDto {
  x: number;
  y: number;
  height: number;
}

/** A line from the node nearer the centre to the one further out, with its words. */
export interface PlacedEdge {
  id: string;
  from: { x: number; y: number };
  /** Where the line turns level, so that the words stand on it. */
  turn: { x: number; y: number };
  to: { x: number; y: number };
  label: string;
}

export interface Placed {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  width: number;
  height: number;
}

/**
 * Places the graph in three columns: the one asked about, his direct relations, theirs. Relations are always between a
 * person and a room, so every line leads from one column to the next; each ends at a level of its own, so that no words
 * cover others.
 */
export function layout({ nodes, edges }: RelationGraphDto): Placed {
  const stepOf = new Map(nodes.map(({ id, step }) => [id, step]));
  const directed = edges.map((edge) => {
    const isRoomOuter = (stepOf.get(edge.roomId) ?? 0) > (stepOf.get(edge.customerId) ?? 0);
    return {
      edge,
      inner: isRoomOuter ? edge.customerId : edge.roomId,
      outer: isRoomOuter ? edge.roomId : edge.customerId,
    };
  });
  const into = new Map<string, typeof directed>();
  for (const one of directed) into.set(one.outer, [...(into.get(one.outer) ?? []), one]);
  const columns = [0, 1, 2].map((step) => nodes.filter((node) => node.step === step));
  const placed = new Map<string, PlacedNode>();
  for (const [step, column] of columns.entries()) {
    let y = 0;
    for (const node of column) {
      const height = Math.max(NODE.height, (into.get(node.id)?.length ?? 0) * SLOT + 6);
      placed.set(node.id, { ...node, x: step * (NODE.width + LABEL + 40), y, height });
      y += height + NODE.gap;
    }
  }
  const heights = columns.map((column) => {
    const last = placed.get(column.at(-1)?.id ?? "");
    return last ? last.y + last.height : 0;
  });
  const height = Math.max(...heights, NODE.height);
  for (const node of placed.values()) node.y += (height - (heights[node.step] ?? 0)) / 2;

  const lines = [...into].flatMap(([outer, list]) =>
    list.map(({ edge, inner }, index): PlacedEdge => {
      const [a, b] = [placed.get(inner)!, placed.get(outer)!];
      const y = b.y + b.height / 2 + (index - (list.length - 1) / 2) * SLOT;
      return {
        id: edge.relationId,
        from: { x: a.x + NODE.width, y: a.y + a.height / 2 },
        turn: { x: b.x - LABEL, y },
        to: { x: b.x, y },
        label: edgeText(edge),
      };
    }),
  );
  const right = Math.max(...[...placed.values()].map(({ x }) => x + NODE.width));
  return { nodes: [...placed.values()], edges: lines, width: right, height };
}

/** 业主 60% · 2024-05-03 起 */
export function edgeText({ role, share, kinship, startsOn }: RelationEdgeDto): string {
  const what = [relationRoleLabels[role], kinship && kinshipLabels[kinship], share && `${share}%`];
  return `${what.filter(Boolean).join(" ")} · ${startsOn} 起`;
}
