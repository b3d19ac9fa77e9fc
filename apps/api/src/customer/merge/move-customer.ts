import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import type { CustomerReference } from "./customer-references.js";
import { FILLED_COLUMNS, type MovedRows, PART_TABLES } from "./moved-rows.js";
import { type MergedRelation, resolveRelations } from "./resolve-relations.js";

/** Who goes into whom. */
export interface Pair {
  projectId: string;
  survivorId: string;
  mergedId: string;
}

/** The relations of a customer, as a merge sees them. */
export const relationsOf = (
  db: Pick<EntityManager, "query">,
  projectId: string,
  customerId: string,
): Promise<MergedRelation[]> =>
  db.query(
    `SELECT id, room_id AS "roomId", role, is_primary_contact AS "isPrimaryContact", starts_on AS "from", ends_on AS "to"
       FROM room_relation WHERE project_id = $1 AND customer_id = $2 ORDER BY starts_on, id`,
    [projectId, customerId],
  );

/** Moves relations; where the survivor is the same to the same room, his row stands. */
export async function moveRelations(tx: EntityManager, pair: Pair, now: Date): Promise<MovedRows["relations"]> {
  const { projectId, survivorId, mergedId } = pair;
  const [mine, theirs] = [await relationsOf(tx, projectId, survivorId), await relationsOf(tx, projectId, mergedId)];
  const { moved, trimmed, dropped, primary } = resolveRelations(mine, theirs);
  const touched = [...trimmed.map(({ id }) => id), ...dropped, ...primary];
  const before = await tx.query<{ row: object }[]>(
    "SELECT to_jsonb(r) AS row FROM room_relation r WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, touched],
  );
  await tx.query("UPDATE room_relation SET customer_id = $3 WHERE project_id = $1 AND id = ANY ($2)", [
    projectId,
    moved,
    survivorId,
  ]);
  const added: string[] = [];
  for (const { id, parts } of trimmed) {
    const [first, ...others] = parts;
    for (const part of others) {
      const rowId = newId();
      added.push(rowId);
      await tx.query(
        `INSERT INTO room_relation SELECT (jsonb_populate_record(NULL::room_relation,
           to_jsonb(r) || jsonb_build_object('id', $3::uuid, 'customer_id', $4::uuid, 'starts_on', $5::date, 'ends_on', $6::date,
                                             'created_at', $7::timestamptz, 'is_primary_contact', false))).*
           FROM room_relation r WHERE r.project_id = $1 AND r.id = $2`,
        [projectId, id, rowId, survivorId, part.from, part.to, now],
      );
    }
    await tx.query(
      `UPDATE room_relation SET customer_id = $3, starts_on = $4, ends_on = $5, is_primary_contact = false
        WHERE project_id = $1 AND id = $2`,
      [projectId, id, survivorId, first!.from, first!.to],
    );
  }
  await tx.query("DELETE FROM room_relation WHERE project_id = $1 AND id = ANY ($2)", [projectId, dropped]);
  await tx.query("UPDATE room_relation SET is_primary_contact = true WHERE project_id = $1 AND id = ANY ($2)", [
    projectId,
    primary,
  ]);
  return { moved, before: before.map(({ row }) => row), added };
}

/** Takes away rows of a registered column that say nothing beyond one of the other customer; answers them. */
export async function dropDoubles(
  tx: EntityManager,
  { projectId, survivorId, mergedId }: Pair,
  { table, column, covers }: CustomerReference,
): Promise<{ id: string }[]> {
  if (!covers) return [];
  const drop = async (kept: string, dropped: string) => {
    const [rows] = await tx.query<[{ row: { id: string } }[], number]>(
      `DELETE FROM "${table}" b USING "${table}" a
        WHERE a.project_id = $1 AND b.project_id = $1 AND a."${column}" = $2 AND b."${column}" = $3 AND ${covers("a", "b")}
        RETURNING to_jsonb(b) AS row`,
      [projectId, kept, dropped],
    );
    return rows.map(({ row }) => row);
  };
  // the merged one's first: of two that say the same the survivor's stays
  return [...(await drop(survivorId, mergedId)), ...(await drop(mergedId, survivorId))];
}

/** Moves the rows of a registered column; answers their ids. */
export async function moveReference(
  tx: EntityManager,
  { projectId, survivorId, mergedId }: Pair,
  { table, column, only }: CustomerReference,
): Promise<string[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `UPDATE "${table}" x SET "${column}" = $3 WHERE x.project_id = $1 AND x."${column}" = $2 ${only ? `AND ${only}` : ""} RETURNING x.id`,
    [projectId, mergedId, survivorId],
  );
  return rows.map(({ id }) => id);
}

/** Moves telephones, addresses, invoice titles and contacts; a number the survivor has already is not doubled. */
export async function moveParts(tx: EntityManager, pair: Pair): Promise<MovedRows["parts"]> {
  const { projectId, survivorId, mergedId } = pair;
  const parts: MovedRows["parts"] = {};
  for (const { table, mark } of PART_TABLES) {
    const rows = await tx.query<{ row: { id: string } }[]>(
      `SELECT to_jsonb(x) AS row FROM "${table}" x WHERE x.project_id = $1 AND x.customer_id = $2`,
      [projectId, mergedId],
    );
    if (rows.length === 0) continue;
    parts[table] = rows.map(({ row }) => row);
    if (table === "customer_phone")
      await tx.query(
        `DELETE FROM customer_phone x WHERE x.project_id = $1 AND x.customer_id = $2
            AND EXISTS (SELECT 1 FROM customer_phone o WHERE o.project_id = $1 AND o.customer_id = $3 AND o.number = x.number)`,
        [projectId, mergedId, survivorId],
      );
    const marked = mark
      ? `, ${mark} = ${mark} AND NOT EXISTS (SELECT 1 FROM "${table}" o WHERE o.project_id = $1 AND o.customer_id = $3 AND o.${mark})`
      : "";
    await tx.query(`UPDATE "${table}" SET customer_id = $3 ${marked} WHERE project_id = $1 AND customer_id = $2`, [
      projectId,
      mergedId,
      survivorId,
    ]);
  }
  return parts;
}

/** The survivor carries the tags of both. */
export async function moveTags(tx: EntityManager, pair: Pair): Promise<MovedRows["tags"]> {
  const { projectId, survivorId, mergedId } = pair;
  const [gone] = await tx.query<[{ tag_id: string }[], number]>(
    "DELETE FROM tagged_customer WHERE project_id = $1 AND customer_id = $2 RETURNING tag_id",
    [projectId, mergedId],
  );
  const merged = gone.map(({ tag_id }) => tag_id);
  const added = await tx.query<{ tag_id: string }[]>(
    `INSERT INTO tagged_customer (project_id, customer_id, tag_id) SELECT $1, $2, t.id FROM unnest($3::uuid[]) AS t(id)
     ON CONFLICT DO NOTHING RETURNING tag_id`,
    [projectId, survivorId, merged],
  );
  return { merged, added: added.map(({ tag_id }) => tag_id) };
}

/** Fills what the survivor's entry leaves empty; a refusal of marketing counts for both. */
export async function fillSurvivor(tx: EntityManager, pair: Pair): Promise<MovedRows["filled"]> {
  const { projectId, survivorId, mergedId } = pair;
  const rows = await tx.query<Record<string, unknown>[]>(
    `SELECT id, no_marketing, ${FILLED_COLUMNS.join(", ")} FROM customer WHERE project_id = $1 AND id = ANY ($2)`,
    [projectId, [survivorId, mergedId]],
  );
  const [mine, theirs] = [survivorId, mergedId].map((id) => rows.find((row) => row["id"] === id)!) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const filled: Record<string, unknown> = {};
  for (const column of FILLED_COLUMNS)
    if (mine[column] === null && theirs[column] !== null) filled[column] = theirs[column];
  if (!mine["no_marketing"] && theirs["no_marketing"]) filled["no_marketing"] = true;
  await setColumns(tx, projectId, survivorId, filled);
  return filled;
}

/** Writes columns of a customer. */
export async function setColumns(
  tx: EntityManager,
  projectId: string,
  customerId: string,
  columns: Record<string, unknown>,
): Promise<void> {
  const names = Object.keys(columns);
  if (names.length === 0) return;
  await tx.query(
    `UPDATE customer SET ${names.map((name, index) => `"${name}" = $${index + 3}`).join(", ")} WHERE project_id = $1 AND id = $2`,
    [projectId, customerId, ...Object.values(columns)],
  );
}

/** The document of the merged customer goes over when the survivor has none. */
export async function moveDocument(
  tx: EntityManager,
  { projectId, survivorId, mergedId }: Pair,
): Promise<MovedRows["document"]> {
  const [found] = await tx.query<(Record<string, unknown> & { earlier: string | null })[]>(
    `SELECT s.id_type AS earlier, m.id_type, m.id_number_cipher, m.id_number_hash, m.id_number_masked FROM customer m
       JOIN customer s ON s.project_id = m.project_id AND s.id = $3
      WHERE m.project_id = $1 AND m.id = $2 AND m.id_number_hash IS NOT NULL AND s.id_number_hash IS NULL`,
    [projectId, mergedId, survivorId],
  );
  if (!found) return null;
  const { earlier, ...document } = found;
  const none = { id_number_cipher: null, id_number_hash: null };
  await setColumns(tx, projectId, mergedId, none);
  await setColumns(tx, projectId, survivorId, document);
  return { idType: earlier };
}
