import type { EntityManager } from "typeorm";
import { issuedPrefixes } from "../projects/room-prefixes.service.js";
import { unknownUnit, wrongPrefix } from "../property.errors.js";
import { prefixFault } from "../room-code.js";

/** The unit as people call it. @throws INVALID_INPUT when it is none of this project */
export async function placeOf(tx: EntityManager, projectId: string, unitId: string): Promise<string> {
  const [unit] = await tx.query<{ place: string }[]>(
    `SELECT b.name || ' ' || u.name AS place
       FROM unit u JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
      WHERE u.project_id = $1 AND u.id = $2`,
    [projectId, unitId],
  );
  if (!unit) throw unknownUnit();
  return unit.place;
}

/** The code begins with letters the company issued, when it issued any (PRP-04). @throws INVALID_INPUT */
export async function requirePrefix(tx: EntityManager, projectId: string, code: string): Promise<void> {
  const fault = prefixFault(code, await issuedPrefixes(tx, projectId));
  if (fault) throw wrongPrefix(fault);
}
