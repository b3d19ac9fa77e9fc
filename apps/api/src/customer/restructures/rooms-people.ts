import { kinshipLabels, type Kinship, type RelationRole, relationRoleLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";

/** A relation that lasts beyond the last day of an old room. */
export interface LastingRelation {
  id: string;
  roomId: string;
  customerId: string;
  name: string;
  number: string;
  isCompany: boolean;
  role: RelationRole;
  share: string | null;
  kinship: Kinship | null;
  headId: string | null;
  authority: string | null;
  isPrimaryContact: boolean;
  startsOn: string;
  endsOn: string | null;
}

/** A payer entry that lasts beyond the last day of an old room. */
export interface LastingPayer {
  id: string;
  roomId: string;
  customerId: string;
  name: string;
  feeItemId: string | null;
  feeItemName: string | null;
  startsOn: string;
  endsOn: string | null;
}

/** The people of rooms that are split or merged. */
export interface People {
  relations: LastingRelation[];
  payers: LastingPayer[];
}

const text = (share: string) => share.replace(/\.?0+$/, "");

/** Relations and payers that would go on after the last day of their rooms; some may begin only later. */
export async function peopleOf(
  tx: EntityManager,
  projectId: string,
  roomIds: string[],
  lastDay: string,
): Promise<People> {
  const relations = await tx.query<LastingRelation[]>(
    `SELECT x.id, x.room_id AS "roomId", x.customer_id AS "customerId", c.name, c.number, c.kind = 'COMPANY' AS "isCompany",
            x.role, x.share, x.kinship, x.head_id AS "headId", x.authority, x.is_primary_contact AS "isPrimaryContact", x.starts_on AS "startsOn",
            x.ends_on AS "endsOn"
       FROM room_relation x JOIN customer c ON c.project_id = x.project_id AND c.id = x.customer_id
      WHERE x.project_id = $1 AND x.room_id = ANY ($2) AND (x.ends_on IS NULL OR x.ends_on > $3)
      ORDER BY array_position(ARRAY['OWNER','DEVELOPER','TENANT','FAMILY','USER','AGENT'], x.role), x.starts_on, x.id`,
    [projectId, roomIds, lastDay],
  );
  const payers = await tx.query<LastingPayer[]>(
    `SELECT p.id, p.room_id AS "roomId", p.customer_id AS "customerId", c.name, p.fee_item_id AS "feeItemId",
            f.name AS "feeItemName", p.starts_on AS "startsOn", p.ends_on AS "endsOn"
       FROM payer p JOIN customer c ON c.project_id = p.project_id AND c.id = p.customer_id
       LEFT JOIN fee_item f ON f.project_id = p.project_id AND f.id = p.fee_item_id
      WHERE p.project_id = $1 AND p.room_id = ANY ($2) AND (p.ends_on IS NULL OR p.ends_on > $3)
      ORDER BY f.name NULLS FIRST, p.starts_on, p.id`,
    [projectId, roomIds, lastDay],
  );
  return {
    relations: relations.map((row) => ({ ...row, share: row.share === null ? null : text(row.share) })),
    payers,
  };
}

/** A relation as people say it: 张伟（业主 50%）. */
export function relationWords({
  name,
  role,
  share,
  kinship,
}: Pick<LastingRelation, "name" | "role" | "share" | "kinship">): string {
  const what = kinship ? kinshipLabels[kinship] : relationRoleLabels[role];
  return `${name}（${what}${share === null ? "" : ` ${share}%`}）`;
}

/** Relations as one text. */
export const peopleWords = (people: readonly Parameters<typeof relationWords>[0][]): string =>
  people.length === 0 ? "无" : people.map(relationWords).join("、");

/** Payers as one text: 张伟（全部项目）. */
export const payerWords = (payers: readonly Pick<LastingPayer, "name" | "feeItemName">[]): string =>
  payers.length === 0
    ? "未另行指定"
    : payers.map(({ name, feeItemName }) => `${name}（${feeItemName ?? "全部项目"}）`).join("、");

/** Owners of the rooms differ when not every room has the same ones with the same shares. */
export function ownersDiffer(relations: readonly LastingRelation[], roomIds: readonly string[]): boolean {
  const prints = roomIds.map((roomId) =>
    relations
      .filter((one) => one.roomId === roomId && one.role === "OWNER")
      .map(({ customerId, share }) => `${customerId}:${share ?? ""}`)
      .toSorted()
      .join(),
  );
  return new Set(prints).size > 1;
}
