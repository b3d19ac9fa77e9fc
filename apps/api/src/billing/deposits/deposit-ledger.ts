import type { DepositMovementKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { DepositMovement } from "./deposit-movement.entity.js";
import { depositIdReused, depositShort, depositUsed } from "./deposits.errors.js";

/** A deposit with its charge, both locked; amounts in fen. */
export interface LockedDeposit {
  id: string;
  depositNo: string;
  roomId: string;
  roomCode: string;
  /** Who paid: the survivor when he was merged. */
  payerId: string;
  payerName: string;
  refundable: boolean;
  heldFen: number;
}

/** Locks a deposit: first its charge, as receipts do, then itself. @throws NOT_FOUND */
export async function lockDeposit(tx: EntityManager, projectId: string, id: string): Promise<LockedDeposit> {
  await tx.query(
    `SELECT 1 FROM charge WHERE project_id = $1 AND id = (SELECT charge_id FROM deposit WHERE project_id = $1 AND id = $2) FOR UPDATE`,
    [projectId, id],
  );
  const [deposit] = await tx.query<LockedDeposit[]>(
    `SELECT d.id, d.deposit_no AS "depositNo", d.room_id AS "roomId", r.code AS "roomCode", s.id AS "payerId", s.name AS "payerName",
            d.refundable, c.received_fen - d.used_fen AS "heldFen"
       FROM deposit d
       JOIN charge c ON c.project_id = d.project_id AND c.id = d.charge_id
       JOIN room r ON r.project_id = d.project_id AND r.id = d.room_id
       JOIN customer k ON k.project_id = d.project_id AND k.id = d.payer_id
       JOIN customer s ON s.project_id = k.project_id AND s.id = coalesce(k.merged_into_id, k.id)
      WHERE d.project_id = $1 AND d.id = $2 FOR UPDATE OF d`,
    [projectId, id],
  );
  if (!deposit) throw notFound("押金");
  return deposit;
}

/** What is about to be taken from a locked deposit. */
export interface DepositTaking {
  /** Chosen by the client. */
  id: string;
  kind: DepositMovementKind;
  amountFen: number;
  bookedOn: string;
  period: string;
  reason: string;
  documentNo: string | null;
  createdBy: string;
  createdByName: string;
  requestHash: string;
  createdAt: Date;
}

/** Books a movement of a locked deposit. @throws DEPOSIT_SHORT */
export async function takeFrom(
  tx: EntityManager,
  projectId: string,
  deposit: LockedDeposit,
  taking: DepositTaking,
): Promise<void> {
  refuseShort(deposit, taking.amountFen);
  await tx.insert(DepositMovement, { projectId, depositId: deposit.id, ...taking });
  await tx.query("UPDATE deposit SET used_fen = used_fen + $3::bigint WHERE project_id = $1 AND id = $2", [
    projectId,
    deposit.id,
    taking.amountFen,
  ]);
}

/** @throws DEPOSIT_SHORT */
export function refuseShort({ depositNo, heldFen }: LockedDeposit, wantedFen: number): void {
  if (wantedFen > heldFen) throw depositShort(depositNo, heldFen, wantedFen);
}

/** Whether this very movement was booked before. @throws ID_REUSED */
export async function wasTaken(tx: EntityManager, projectId: string, id: string, hash: string): Promise<boolean> {
  const known = await tx.findOneBy(DepositMovement, { projectId, id });
  if (known && known.requestHash !== hash) throw depositIdReused();
  return known !== null;
}

/**
 * Refuses to take a receipt back whose deposit would then hold less than nothing. The charges are locked.
 * @param taken what the receipt's reversal takes from each charge, negative, in fen
 * @throws DEPOSIT_USED
 */
export async function refuseUsedDeposits(
  tx: EntityManager,
  projectId: string,
  taken: readonly { chargeId: string; receivedFen: number }[],
): Promise<void> {
  const [used] = await tx.query<{ no: string; fen: number }[]>(
    `SELECT d.deposit_no AS no, d.used_fen AS fen
       FROM unnest($2::uuid[], $3::bigint[]) AS t(charge_id, fen)
       JOIN deposit d ON d.project_id = $1 AND d.charge_id = t.charge_id
       JOIN charge c ON c.project_id = $1 AND c.id = t.charge_id
      WHERE c.received_fen + t.fen < d.used_fen ORDER BY 1 LIMIT 1`,
    [projectId, taken.map(({ chargeId }) => chargeId), taken.map(({ receivedFen }) => receivedFen)],
  );
  if (used) throw depositUsed(used.no, used.fen);
}
