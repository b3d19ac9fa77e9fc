import type { DeveloperShare } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { PayerSpan } from "../pricing/pricing.types.js";
import {
  chargeStart,
  type ChargeStart,
  type ChargeStartPolicy,
  type HandoverFacts,
  spansOfStart,
} from "./charge-start.js";

/** From when owners bear the charges of their rooms; null where the project has not set it: then it is dated by hand. */
export async function chargeStartPolicy(tx: EntityManager, projectId: string): Promise<ChargeStartPolicy | null> {
  const [row] = await tx.query<{ rule: ChargeStartPolicy["rule"]; days: number; share: DeveloperShare }[]>(
    `SELECT charge_start AS rule, notice_days AS days, developer_share AS share
       FROM billing_settings WHERE project_id = $1 AND charge_start <> 'OFF'`,
    [projectId],
  );
  return row ? { rule: row.rule, noticeDays: row.days, developerShare: row.share } : null;
}

/** The start of charging of rooms by their ids; empty where the project has no such policy. */
export async function startsOfRooms(
  tx: EntityManager,
  projectId: string,
  roomIds: readonly string[],
): Promise<Map<string, ChargeStart>> {
  const policy = await chargeStartPolicy(tx, projectId);
  if (!policy) return new Map();
  const rooms = await tx.query<(HandoverFacts & { id: string })[]>(
    `SELECT id, state, handover_noticed_on AS "handoverNoticedOn", handed_over_on AS "handedOverOn"
       FROM room WHERE project_id = $1 AND id = ANY ($2)`,
    [projectId, roomIds],
  );
  return new Map(rooms.map((room) => [room.id, chargeStart(policy, room)]));
}

/** What the start of charging of a room says of who pays, beside whoever is named or owns it. */
export async function startSpansOfRoom(
  tx: EntityManager,
  projectId: string,
  roomId: string,
  developerId: string | null,
): Promise<PayerSpan[]> {
  const starts = await startsOfRooms(tx, projectId, [roomId]);
  return spansOfStart(starts.get(roomId) ?? null, developerId);
}
