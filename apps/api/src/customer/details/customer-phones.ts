import type { EntityManager } from "typeorm";
import type { Customer } from "../customer.entity.js";
import { idOfName, nameBasedId } from "../../database/name-based-id.js";

/** The order in which the numbers of a customer stand in his columns. */
const ORDER = "p.is_main DESC, p.created_at, p.id";

/**
 * After telephones were written: brings the customers' own columns (mobile, home phone, others) to the same numbers.
 * Searches, prints and imports read those.
 */
export async function columnsFromPhones(tx: EntityManager, projectId: string, customerIds: string[]): Promise<void> {
  await tx.query(
    `UPDATE customer c SET mobile = n.mobile, home_phone = n.home, other_phones = array_remove(array_remove(n.numbers, n.mobile), n.home)
       FROM (SELECT k.id, (array_agg(p.number ORDER BY ${ORDER}) FILTER (WHERE p.kind = 'MOBILE'))[1] AS mobile,
                    (array_agg(p.number ORDER BY ${ORDER}) FILTER (WHERE p.kind = 'HOME'))[1] AS home,
                    COALESCE(array_agg(p.number ORDER BY ${ORDER}) FILTER (WHERE p.number IS NOT NULL), '{}') AS numbers
               FROM unnest($2::uuid[]) AS k(id)
               LEFT JOIN customer_phone p ON p.project_id = $1 AND p.customer_id = k.id
              GROUP BY k.id) n
      WHERE c.project_id = $1 AND c.id = n.id`,
    [projectId, customerIds],
  );
}

/**
 * After the columns of customers were written (forms, imports): brings their telephones to the same numbers. What is
 * known of a number that stays (kind, label, verification, the mark of the main one) stays too. Set-based.
 */
export async function phonesFromColumns(
  tx: EntityManager,
  projectId: string,
  customerIds: string[],
  now: Date,
): Promise<void> {
  if (customerIds.length === 0) return;
  const some = [projectId, customerIds];
  await tx.query(
    `DELETE FROM customer_phone p USING customer c
      WHERE p.project_id = $1 AND p.customer_id = ANY($2) AND c.project_id = p.project_id AND c.id = p.customer_id
        AND p.number <> ALL (array_remove(ARRAY[c.mobile, c.home_phone] || c.other_phones, NULL))`,
    some,
  );
  await tx.query(
    `UPDATE customer_phone p SET kind = CASE WHEN p.number = c.mobile THEN 'MOBILE' WHEN p.number = c.home_phone THEN 'HOME' ELSE p.kind END,
            is_main = p.is_main AND NOT (p.kind = 'MOBILE' AND p.number IS DISTINCT FROM c.mobile)
                                AND NOT (p.kind = 'HOME' AND p.number IS DISTINCT FROM c.home_phone)
       FROM customer c
      WHERE p.project_id = $1 AND p.customer_id = ANY($2) AND c.project_id = p.project_id AND c.id = p.customer_id`,
    some,
  );
  await addPhones(tx, projectId, customerIds, now);
  await tx.query(
    `UPDATE customer_phone p SET is_main = true
       FROM (SELECT DISTINCT ON (f.customer_id) f.id FROM customer_phone f
              WHERE f.project_id = $1 AND f.customer_id = ANY($2)
                AND NOT EXISTS (SELECT 1 FROM customer_phone m WHERE m.project_id = $1 AND m.customer_id = f.customer_id AND m.is_main)
              ORDER BY f.customer_id, array_position(ARRAY['MOBILE','HOME','OFFICE','OTHER'], f.kind), f.created_at, f.id) f
      WHERE p.project_id = $1 AND p.id = f.id`,
    some,
  );
}

/** Columns of `phonesOf`, after the project. */
export const PHONE_COLUMNS = ["project_id", "id", "created_at", "customer_id", "kind", "number", "is_main"];

/** The telephones of somebody new, as `addPhones` would make them of his columns. */
export function phonesOf(
  customerId: string,
  { mobile, homePhone, otherPhones }: Pick<Customer, "mobile" | "homePhone" | "otherPhones">,
): { id: string; kind: string; number: string; isMain: boolean }[] {
  const given = [[mobile, "MOBILE"] as const, [homePhone, "HOME"] as const];
  const all = [...given, ...otherPhones.map((number) => [number, "OTHER"] as const)];
  const kinds = new Map<string, string>();
  for (const [number, kind] of all) if (number !== null && !kinds.has(number)) kinds.set(number, kind);
  return [...kinds].map(([number, kind], place) => ({
    id: idOfName(customerId + number),
    kind,
    number,
    isMain: place === 0,
  }));
}

/** Telephones for the numbers of the columns that have none yet; ids come from customer and number. */
async function addPhones(tx: EntityManager, projectId: string, customerIds: string[], now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO customer_phone (project_id, id, created_at, customer_id, kind, number, is_main)
     SELECT DISTINCT ON (c.id, n.number) $1::uuid, ${nameBasedId("c.id::text || n.number")}, $3::timestamptz, c.id, n.kind, n.number,
            n.rank = 1 AND NOT EXISTS (SELECT 1 FROM customer_phone m WHERE m.project_id = $1 AND m.customer_id = c.id AND m.is_main)
       FROM customer c
       CROSS JOIN LATERAL (
         SELECT w.number, w.kind, row_number() OVER (ORDER BY w.place) AS rank
           FROM (SELECT c.mobile AS number, 'MOBILE' AS kind, 0 AS place
                 UNION ALL SELECT c.home_phone, 'HOME', 1
                 UNION ALL SELECT o.number, 'OTHER', 1 + o.place::int FROM unnest(c.other_phones) WITH ORDINALITY AS o(number, place)) w
          WHERE w.number IS NOT NULL) n
      WHERE c.project_id = $1 AND c.id = ANY($2)
      ORDER BY c.id, n.number, n.rank
     ON CONFLICT (project_id, customer_id, number) DO NOTHING`,
    [projectId, customerIds, now],
  );
}
