import type { EntityManager } from "typeorm";
import { nameBasedId } from "../../database/name-based-id.js";

/**
 * Names the main contacts of companies, as forms and imports give them: a contact of that name becomes the main one, a
 * new one is written where there is none. Set-based.
 */
export async function mainContactsNamed(
  tx: EntityManager,
  projectId: string,
  contacts: { customerId: string; name: string }[],
  now: Date,
): Promise<void> {
  if (contacts.length === 0) return;
  const named = [projectId, contacts.map(({ customerId }) => customerId), contacts.map(({ name }) => name)];
  await tx.query(
    `UPDATE customer_contact k SET is_main = false FROM unnest($2::uuid[], $3::text[]) AS n(customer_id, name)
      WHERE k.project_id = $1 AND k.customer_id = n.customer_id AND k.is_main AND k.name <> n.name`,
    named,
  );
  await tx.query(
    `UPDATE customer_contact k SET is_main = true
       FROM (SELECT DISTINCT ON (f.customer_id) f.id FROM customer_contact f
               JOIN unnest($2::uuid[], $3::text[]) AS n(customer_id, name) ON n.customer_id = f.customer_id AND n.name = f.name
              WHERE f.project_id = $1 ORDER BY f.customer_id, f.is_main DESC, f.id) f
      WHERE k.project_id = $1 AND k.id = f.id AND NOT k.is_main`,
    named,
  );
  await tx.query(
    `INSERT INTO customer_contact (project_id, id, created_at, customer_id, name, is_main)
     SELECT $1::uuid, ${nameBasedId("n.customer_id::text || n.name")}, $4::timestamptz, n.customer_id, n.name, true
       FROM unnest($2::uuid[], $3::text[]) AS n(customer_id, name)
      WHERE NOT EXISTS (SELECT 1 FROM customer_contact k WHERE k.project_id = $1 AND k.customer_id = n.customer_id AND k.is_main)
     ON CONFLICT (project_id, id) DO NOTHING`,
    [...named, now],
  );
}
