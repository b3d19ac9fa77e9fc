import type { EntityManager } from "typeorm";
import { idsOf } from "../merged-customers.js";
import type { CustomerReference } from "./customer-references.js";
import type { CustomerMerge } from "./customer-merge.entity.js";
import type { MovedRows } from "./moved-rows.js";

/** What of the ledgers hangs on a customer since a moment; $1 project, $2 survivor, $3 merge, $4 moment. */
const LEDGERS: [label: string, table: string, column: string][] = [
  ["应收", "charge", "payer_id"],
  ["收据", "receipt", "payer_id"],
  ["预收账户", "prepayment_account", "customer_id"],
];

/**
 * What hangs on the survivor since a merge and keeps it from being undone: new relations, payers, charges, receipts and
 * whatever other domains registered, and later merges. In Chinese, each with its count.
 */
export async function blockersOf(
  db: Pick<EntityManager, "query">,
  references: readonly CustomerReference[],
  { projectId, id, survivorId, createdAt, moved }: Omit<CustomerMerge, "survivor" | "merged">,
): Promise<string[]> {
  const { relations } = moved as Partial<MovedRows>;
  if (!relations) return ["个人信息的匿名化"];
  const counts: [string, string, unknown[]][] = [
    [
      "客房关系",
      `SELECT count(*)::int AS n FROM room_relation x
        WHERE x.project_id = $1 AND x.customer_id = $2 AND x.created_at > $3 AND x.id <> ALL ($4)`,
      [projectId, survivorId, createdAt, relations.added],
    ],
    ...LEDGERS.map(([label, table, column]): [string, string, unknown[]] => [
      label,
      `SELECT count(*)::int AS n FROM "${table}" x
        WHERE x.project_id = $1 AND x."${column}" IN ${idsOf("$1", "$2")} AND x.created_at > $3`,
      [projectId, survivorId, createdAt],
    ]),
    ...references
      .filter(({ table }) => table !== "room_relation")
      .map(({ label, table, column, only }): [string, string, unknown[]] => [
        label,
        `SELECT count(*)::int AS n FROM "${table}" x
          WHERE x.project_id = $1 AND x."${column}" = $2 AND x.created_at > $3 ${only ? `AND ${only}` : ""}`,
        [projectId, survivorId, createdAt],
      ]),
    [
      "之后的合并",
      `SELECT count(*)::int AS n FROM customer_merge x
        WHERE x.project_id = $1 AND $2 IN (x.survivor_id, x.merged_id) AND x.id > $3 AND x.undone_at IS NULL`,
      [projectId, survivorId, id],
    ],
  ];
  const found = await Promise.all(
    counts.map(async ([label, sql, params]) => {
      const [row] = await db.query<{ n: number }[]>(sql, params);
      return row && row.n > 0 ? [`新的${label} ${row.n} 条`] : [];
    }),
  );
  return found.flat().map((text) => text.replace("新的之后的合并", "之后的合并"));
}
