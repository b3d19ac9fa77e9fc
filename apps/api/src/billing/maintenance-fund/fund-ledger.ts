import type { FundEntryKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { FundDocument } from "./fund-document.entity.js";

/** What a document does to the account of a room, in fen. */
export interface FundMove {
  roomId: string;
  kind: FundEntryKind;
  amountFen: number;
  area?: string | null;
  selfPaidFen?: number;
}

/** A document as it is written: nothing of a statement or a use left out. */
export type NewFundDocument = Omit<FundDocument, "original">;

/** One at a time writes in the fund of a project: what it holds and what is written go together. */
export const lockFund = (tx: EntityManager, projectId: string): Promise<unknown> =>
  tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 14))", [projectId]);

/** Writes a document, its entries and the kept sums of the accounts; accounts that are not there yet are opened. */
export async function bookFund(
  tx: EntityManager,
  document: NewFundDocument,
  moves: readonly FundMove[],
): Promise<void> {
  const { projectId, id, bookedOn, createdAt } = document;
  await tx.insert(FundDocument, document);
  await tx.query(
    `INSERT INTO fund_entry (project_id, id, created_at, document_id, room_id, kind, booked_on, amount_fen, area, self_paid_fen)
     SELECT $1, m.id, $2, $3, m.room_id, m.kind, $4, m.amount_fen, m.area, m.self_paid_fen
       FROM unnest($5::uuid[], $6::uuid[], $7::text[], $8::bigint[], $9::numeric[], $10::bigint[])
            AS m(id, room_id, kind, amount_fen, area, self_paid_fen)`,
    [
      projectId,
      createdAt,
      id,
      bookedOn,
      moves.map(() => newId()),
      moves.map(({ roomId }) => roomId),
      moves.map(({ kind }) => kind),
      moves.map(({ amountFen }) => amountFen),
      moves.map(({ area }) => area ?? null),
      moves.map(({ selfPaidFen }) => selfPaidFen ?? 0),
    ],
  );
  const rooms = [...new Set(moves.map(({ roomId }) => roomId))];
  await tx.query(
    `INSERT INTO fund_account (project_id, id, created_at, room_id, first_deposit_fen, top_up_fen, interest_fen, moved_fen, used_fen, balance_fen)
     SELECT $1, n.id, $2, n.room_id, 0, 0, 0, 0, 0, 0 FROM unnest($3::uuid[], $4::uuid[]) AS n(id, room_id)
     ON CONFLICT (project_id, room_id) DO NOTHING`,
    [projectId, createdAt, rooms.map(() => newId()), rooms],
  );
  await tx.query(
    `UPDATE fund_account a
        SET first_deposit_fen = a.first_deposit_fen + x.first, top_up_fen = a.top_up_fen + x.top_up,
            interest_fen = a.interest_fen + x.interest, moved_fen = a.moved_fen + x.moved,
            used_fen = a.used_fen - x.used, balance_fen = a.balance_fen + x.balance
       FROM (SELECT e.room_id, ${sumOf("FIRST_DEPOSIT")} AS first, ${sumOf("TOP_UP")} AS top_up, ${sumOf("INTEREST")} AS interest,
                    ${sumOf("MOVED")} AS moved, ${sumOf("USE")} AS used, sum(e.amount_fen) AS balance
               FROM fund_entry e WHERE e.project_id = $1 AND e.document_id = $2 GROUP BY e.room_id) x
      WHERE a.project_id = $1 AND a.room_id = x.room_id`,
    [projectId, id],
  );
}

const sumOf = (kind: FundEntryKind): string => `coalesce(sum(e.amount_fen) FILTER (WHERE e.kind = '${kind}'), 0)`;
