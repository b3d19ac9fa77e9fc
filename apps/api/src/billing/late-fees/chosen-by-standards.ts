import type { EntityManager } from "typeorm";
import { schemeChosen, schemeOwed } from "./late-fees.errors.js";
import type { LateFeeScheme } from "./late-fee-scheme.entity.js";

/**
 * A scheme that standards chose goes on as long as a price with it is in force or to come, or something billed at one is
 * open: what was billed keeps the late fees it was billed with (BIL-04). The caller holds the scheme; `today` is the
 * project's.
 * @throws LATE_FEE_SCHEME_CHOSEN
 */
export async function refuseChosen(
  tx: EntityManager,
  { projectId, id, name }: Pick<LateFeeScheme, "projectId" | "id" | "name">,
  today: string,
): Promise<void> {
  const [standard] = await tx.query<{ name: string; lasts: boolean }[]>(
    `SELECT s.name, s.lasts
       FROM (SELECT v.project_id, v.id, r.fee_item_id, i.name || '·' || r.name AS name, coalesce(v.ends_on >= $3::date, true) AS lasts
               FROM rate_version v
               JOIN rate r ON r.project_id = v.project_id AND r.id = v.rate_id
               JOIN fee_item i ON i.project_id = r.project_id AND i.id = r.fee_item_id
              WHERE v.project_id = $1 AND v.late_fee_scheme_id = $2) s
      WHERE s.lasts OR EXISTS (SELECT 1 FROM charge c
                                WHERE c.project_id = s.project_id AND c.fee_item_id = s.fee_item_id AND c.rate_version_id = s.id AND c.open_fen > 0)
      ORDER BY s.lasts DESC, s.name LIMIT 1`,
    [projectId, id, today],
  );
  if (standard) throw (standard.lasts ? schemeChosen : schemeOwed)(name, standard.name);
}
