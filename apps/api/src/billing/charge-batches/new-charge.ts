import { Decimal } from "decimal.js";
import { MAX_FEN } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { developerSpan, PAYER_SPANS } from "../charges/payer-of-room.js";
import { payerOn } from "../pricing/payers.js";
import type { PayerSpan } from "../pricing/pricing.types.js";

/** A batch is one statement and one transaction: more is entered in several. */
export const MAX_CHARGES = 20_000;

/** A one-off charge as it is asked for. */
export interface AskedCharge {
  roomId: string;
  /** What it is for beside the room (BIL-05); null for the room itself. */
  objectId: string | null;
  feeItemId: string;
  amountFen: number;
  /** What the amount was multiplied from, if it was. */
  quantity: string | null;
  unitPrice: string | null;
  serviceFrom: string;
  serviceTo: string;
  dueOn: string;
  remark: string | null;
}

/** A one-off charge that can be written: it has a payer and a word about its source. */
export interface NewCharge extends AskedCharge {
  payerId: string;
  remark: string;
}

/** Quantity × unit price in yuan, rounded once to the fen; null when it is nothing or too much for one charge. */
export function fenOfUse(quantity: string, unitPrice: string): number | null {
  const fen = new Decimal(quantity).times(unitPrice).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
  return fen > 0 && fen <= MAX_FEN ? fen : null;
}

/** Who pays for each charge on its first day of service (BIL-06), as for a single one; null where nobody does. */
export async function payersOf(
  tx: EntityManager,
  projectId: string,
  charges: readonly AskedCharge[],
): Promise<(string | null)[]> {
  if (charges.length === 0) return [];
  const days = charges.map(({ serviceFrom }) => serviceFrom).toSorted();
  const rooms = [...new Set(charges.map(({ roomId }) => roomId))];
  const spans = await tx.query<(PayerSpan & { roomId: string })[]>(PAYER_SPANS, [
    projectId,
    rooms,
    days.at(-1),
    days[0],
  ]);
  const [project] = await tx.query<{ developerId: string | null }[]>(
    `SELECT developer_id AS "developerId" FROM project WHERE id = $1`,
    [projectId],
  );
  const byRoom = Map.groupBy(spans, ({ roomId }) => roomId);
  const developer = developerSpan(project?.developerId ?? null);
  return charges.map(({ roomId, feeItemId, serviceFrom }) =>
    payerOn([...(byRoom.get(roomId) ?? []), ...developer], feeItemId, serviceFrom),
  );
}

/** Which of the charges stand there already: the same room or thing of it, item, days, amount and words, not taken back. */
export async function doublesOf(
  tx: EntityManager,
  projectId: string,
  charges: readonly AskedCharge[],
): Promise<Set<number>> {
  const rows = await tx.query<{ n: number }[]>(
    `SELECT DISTINCT l.n::int AS n
       FROM unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[], $6::bigint[], $7::text[], $8::uuid[])
            WITH ORDINALITY AS l(room_id, fee_item_id, service_from, service_to, amount_fen, remark, object_id, n)
       JOIN charge c ON c.project_id = $1 AND c.room_id = l.room_id AND c.period = to_char(l.service_from, 'YYYY-MM')
        AND c.fee_item_id = l.fee_item_id AND c.service_from = l.service_from AND c.service_to = l.service_to
        AND c.amount_fen = l.amount_fen AND c.remark = l.remark AND c.object_id IS NOT DISTINCT FROM l.object_id
        AND c.reversed_fen < c.amount_fen`,
    [
      projectId,
      charges.map(({ roomId }) => roomId),
      charges.map(({ feeItemId }) => feeItemId),
      charges.map(({ serviceFrom }) => serviceFrom),
      charges.map(({ serviceTo }) => serviceTo),
      charges.map(({ amountFen }) => amountFen),
      charges.map(({ remark }) => remark),
      charges.map(({ objectId }) => objectId),
    ],
  );
  return new Set(rows.map(({ n }) => n - 1));
}
