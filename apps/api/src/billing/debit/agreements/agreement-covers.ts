import type { SaveDebitAgreementDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../../common/ids.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";

interface Names {
  rooms: string[];
  items: string[];
}

/** The names of the rooms and items an agreement covers as it is saved. */
export async function coveredBy(tx: EntityManager, projectId: string, agreementId: string): Promise<Names> {
  const [names] = await tx.query<Names[]>(
    `SELECT ARRAY(SELECT DISTINCT r.code FROM debit_cover v JOIN room r ON r.project_id = v.project_id AND r.id = v.room_id
                   WHERE v.project_id = $1 AND v.agreement_id = $2 ORDER BY r.code) AS rooms,
            ARRAY(SELECT DISTINCT f.name FROM debit_cover v JOIN fee_item f ON f.project_id = v.project_id AND f.id = v.fee_item_id
                   WHERE v.project_id = $1 AND v.agreement_id = $2 ORDER BY f.name) AS items`,
    [projectId, agreementId],
  );
  return names!;
}

/**
 * The names of the rooms and items an agreement is for. A room that went out of use stays in an agreement that has it.
 * @throws NOT_FOUND, INVALID_INPUT (out of use)
 */
export async function namesOf(
  tx: EntityManager,
  projectId: string,
  dto: SaveDebitAgreementDto,
  agreementId?: string,
): Promise<Names> {
  const rooms = await tx.query<{ code: string; usable: boolean }[]>(
    `SELECT r.code, r.active OR EXISTS (SELECT 1 FROM debit_cover v WHERE v.project_id = r.project_id AND v.room_id = r.id
                                           AND v.agreement_id = $3) AS usable
       FROM room r WHERE r.project_id = $1 AND r.id = ANY ($2) ORDER BY r.code`,
    [projectId, dto.roomIds, agreementId ?? null],
  );
  if (rooms.length < dto.roomIds.length) throw notFound("房间");
  const gone = rooms.filter(({ usable }) => !usable).map(({ code }) => code);
  if (gone.length > 0) throw new InvalidInput({ roomIds: [`房间 ${gone.join("、")} 已停用`] });
  const items = await tx.query<{ name: string }[]>(
    "SELECT name FROM fee_item WHERE project_id = $1 AND id = ANY ($2) ORDER BY name",
    [projectId, dto.feeItemIds],
  );
  if (items.length < dto.feeItemIds.length) throw notFound("收费项目");
  return { rooms: rooms.map(({ code }) => code), items: items.map(({ name }) => name) };
}

/** Writes what an agreement covers in place of what it covered. The database refuses a second one in force. */
export async function replaceCovers(
  tx: EntityManager,
  key: { projectId: string; agreementId: string },
  { roomIds, feeItemIds, inForce, now }: { roomIds: string[]; feeItemIds: string[]; inForce: boolean; now: Date },
): Promise<void> {
  const { projectId, agreementId } = key;
  await tx.query("DELETE FROM debit_cover WHERE project_id = $1 AND agreement_id = $2", [projectId, agreementId]);
  const pairs = roomIds.flatMap((roomId) => feeItemIds.map((feeItemId) => ({ roomId, feeItemId })));
  await tx.query(
    `INSERT INTO debit_cover (project_id, id, created_at, agreement_id, room_id, fee_item_id, in_force)
     SELECT $1, v.id, $2, $3, v.room_id, v.fee_item_id, $4 FROM unnest($5::uuid[], $6::uuid[], $7::uuid[]) AS v(id, room_id, fee_item_id)`,
    [
      projectId,
      now,
      agreementId,
      inForce,
      pairs.map(newId),
      pairs.map(({ roomId }) => roomId),
      pairs.map(({ feeItemId }) => feeItemId),
    ],
  );
}
