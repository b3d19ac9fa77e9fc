import type { MandatoryCustomerField, NotCollected } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { idsOf } from "./merged-customers.js";
import { notCollectedBy } from "./not-collected.js";

/** What a child under 14 lacks while no guardian's consent is recorded (LAW-33); an import brings no consent. */
export const MISSING_CONSENT = "监护人同意";

/** Mandatory field by mandatory field: when it is missing. `f.family`: only a family member, CUS-07 demands less. */
const MISSING: [name: MandatoryCustomerField, condition: string, field?: NotCollected][] = [
  ["性别", "c.sex IS NULL OR (c.sex = 'NONE' AND c.kind = 'PERSON')", "sex"],
  ["证件名称", "c.id_type IS NULL", "idNumber"],
  ["证件号码", "c.id_number_hash IS NULL", "idNumber"],
  ["户口所在地", "NOT f.family AND c.registered_place IS NULL", "registeredPlace"],
  ["紧急联络人", "NOT f.family AND c.emergency_name IS NULL", "emergencyName"],
  ["紧急联络人电话", "NOT f.family AND c.emergency_phone IS NULL", "emergencyPhone"],
  ["手机或家庭电话", "NOT f.family AND c.mobile IS NULL AND c.home_phone IS NULL"],
  ["与业主关系", "f.kinship_missing"],
  [
    MISSING_CONSENT,
    `c.birthday > $3::date - interval '14 years' AND NOT EXISTS (
       SELECT 1 FROM guardian_consent g WHERE g.project_id = c.project_id AND g.child_id IN ${idsOf("c.project_id", "c.id")})`,
  ],
];

/**
 * The expression that lists what a customer lacks: of a row `c` with the columns of a customer and his project, and `f`
 * (`NO_RELATIONS` for somebody new); $3 is today.
 */
export async function missingFields(tx: Pick<EntityManager, "query">, projectId: string): Promise<string> {
  const notCollected = await notCollectedBy(tx, projectId);
  const demanded = MISSING.filter(([, , field]) => !field || !notCollected.includes(field));
  const missing = demanded.map(([name, condition]) => `CASE WHEN ${condition} THEN '${name}' END`).join(", ");
  return `array_remove(ARRAY[${missing}]::text[], NULL)`;
}

/** What `missingFields` is to know of the relations of somebody who has none yet. */
export const NO_RELATIONS = "(SELECT false AS family, false AS kinship_missing) f";

/**
 * Writes anew which mandatory fields of the customers are empty (CUS-05…07). Call it after every change of a customer or
 * of his relations, in the same transaction.
 */
export async function refreshIncomplete(
  tx: EntityManager,
  projectId: string,
  customerIds: string[] | "all",
  today: string,
): Promise<void> {
  const missing = await missingFields(tx, projectId);
  await tx.query(
    `UPDATE customer c SET incomplete = m.missing
       FROM (SELECT c.id, ${missing} AS missing
               FROM customer c
               CROSS JOIN LATERAL (
                 SELECT COALESCE(bool_and(rr.role = 'FAMILY'), false) AS family,
                        COALESCE(bool_or(rr.role = 'FAMILY' AND rr.kinship IS NULL), false) AS kinship_missing
                   FROM room_relation rr
                  WHERE rr.project_id = c.project_id AND rr.customer_id = c.id AND (rr.ends_on IS NULL OR rr.ends_on >= $3)) f
              WHERE c.project_id = $1 AND ($2::uuid[] IS NULL OR c.id = ANY($2))) m
      WHERE c.project_id = $1 AND c.id = m.id AND c.incomplete IS DISTINCT FROM m.missing`,
    [projectId, customerIds === "all" ? null : customerIds, today],
  );
}
