import type { EarlyEndDto, EndEarlyDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { RateBinding } from "../rates/rate-binding.entity.js";
import { requestHash } from "../receipts/request-hash.js";
import { endIdReused } from "./early-ends.errors.js";

/** What the history keeps of an end, to know it again. */
export interface EndMark {
  endId: string;
  requestHash: string;
  bindingId: string;
  endsOn: string;
}

/** The mark of an end that is asked for. */
export const markOf = (bindingId: string, dto: EndEarlyDto): EndMark => ({
  endId: dto.id,
  requestHash: requestHash({ bindingId, ...dto }),
  bindingId,
  endsOn: dto.lastDay,
});

/** What was done under this id. @throws ID_REUSED when something else was asked for */
export async function knownEnd(
  tx: EntityManager,
  { projectId, id, roomId }: RateBinding,
  dto: EndEarlyDto,
): Promise<EarlyEndDto | null> {
  const [made] = await tx.query<{ after: EarlyEndDto & EndMark }[]>(
    `SELECT after FROM audit_log WHERE project_id = $1 AND entity = 'room' AND entity_id = $2
        AND action = 'binding.end-early' AND after ->> 'endId' = $3`,
    [projectId, roomId, dto.id],
  );
  if (!made) return null;
  const { endId: _endId, requestHash: hash, bindingId: _bindingId, endsOn: _endsOn, ...ended } = made.after;
  if (hash !== markOf(id, dto).requestHash) throw endIdReused();
  return ended;
}
