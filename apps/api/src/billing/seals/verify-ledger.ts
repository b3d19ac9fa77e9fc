import type { SealVerificationDto } from "@linli/contracts";
import type { Queryable } from "../periods/month-figures.js";
import { verifySeals } from "./seal.js";

/** The verification of one month of one project. */
export interface LedgerVerification extends SealVerificationDto {
  projectId: string;
  projectName: string;
}

/**
 * Verifies every sealed month of all projects, or of the one of this name.
 * @param onMonth told after each month, so that a long verification shows how far it is
 */
export async function verifyLedger(
  db: Queryable,
  projectName?: string,
  onMonth: (result: LedgerVerification) => void = () => undefined,
): Promise<LedgerVerification[]> {
  const projects = await db.query<{ id: string; name: string }[]>(
    "SELECT id, name FROM project WHERE $1::text IS NULL OR $1 IN (name, short_name) ORDER BY name",
    [projectName ?? null],
  );
  const results: LedgerVerification[] = [];
  for (const { id, name } of projects) {
    for (const month of await verifySeals(db, id)) {
      const result = { ...month, projectId: id, projectName: name };
      results.push(result);
      onMonth(result);
    }
  }
  return results;
}
