import type { SaveDebitAgreementDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../../common/ids.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";

interface Names {
  rooms: string[];
  items: string[];
}

/** The names of the rooms and items an agreement is for. @throws NOT_FOUND, INVALID_INPUT (out of use) */
export async function namesOf(tx: EntityManager, projectId: string, dto: SaveDebitAgreementDto): Promise<Names> {
  const rooms = await tx.query<{ code: string; active: boolean }[]>(
    "SELECT code, active FROM room WHERE project_id = $1 AND id = ANY ($2) ORDER BY code",
    [projectId, dto.roomIds],
  );
  if (rooms.length < dto.roomIds.length) throw notFound("房间");
  const gone = rooms.filter(({ active }) => !active).map(({ code }) => code);
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
