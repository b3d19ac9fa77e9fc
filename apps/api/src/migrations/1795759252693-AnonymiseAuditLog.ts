import type { MigrationInterface, QueryRunner } from "typeorm";
import { APP_ROLE } from "../data-source.js";

/**
 * The one door by which a name leaves the audit log (docs/decisions/0007): a function of the database's owner that makes a
 * customer anonymous and, of his own history and that of his things, the name 已匿名. No tables.
 */
export class AnonymiseAuditLog1795759252693 implements MigrationInterface {
    name = 'AnonymiseAuditLog1795759252693'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
          CREATE FUNCTION anonymise_customer(project uuid, person uuid, at timestamptz) RETURNS void
          LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
          DECLARE
            people text[];
            things text[];
            called text[];
            one text;
            quoted text;
          BEGIN
            SELECT array_agg(c.id::text) INTO people FROM customer c
             WHERE c.project_id = project AND (c.id = person OR c.merged_into_id = person);
            -- what they were called, now and before each change of name
            SELECT array_agg(n.name ORDER BY length(n.name) DESC) INTO called FROM (
              SELECT c.name FROM customer c WHERE c.project_id = project AND c.id::text = ANY (people)
              UNION SELECT a.before ->> 'name' FROM audit_log a WHERE a.project_id = project AND a.entity = 'customer' AND a.entity_id = ANY (people)
              UNION SELECT a.after ->> 'name' FROM audit_log a WHERE a.project_id = project AND a.entity = 'customer' AND a.entity_id = ANY (people)) n
             WHERE n.name <> '' AND n.name <> '已匿名客户';
            SELECT array_agg(t.id::text) INTO things FROM (
              SELECT r.room_id AS id FROM room_relation r WHERE r.project_id = project AND r.customer_id::text = ANY (people)
              UNION SELECT p.room_id FROM payer p WHERE p.project_id = project AND p.customer_id::text = ANY (people)
              UNION SELECT o.transfer_id FROM room_transfer_owner o WHERE o.project_id = project AND o.customer_id::text = ANY (people)
              UNION SELECT v.vehicle_id FROM vehicle_relation v WHERE v.project_id = project AND v.customer_id::text = ANY (people)
              UNION SELECT r.id FROM receipt r WHERE r.project_id = project AND r.payer_id::text = ANY (people)) t;
            UPDATE audit_log a SET before = NULL, after = NULL
             WHERE a.project_id = project AND a.entity = 'customer' AND a.entity_id = ANY (people);
            FOREACH one IN ARRAY COALESCE(called, '{}') LOOP
              quoted := substr(to_jsonb(one)::text, 2, length(to_jsonb(one)::text) - 2);
              UPDATE audit_log a SET summary = replace(a.summary, one, '已匿名'),
                     before = replace(a.before::text, quoted, '已匿名')::jsonb, after = replace(a.after::text, quoted, '已匿名')::jsonb
               WHERE a.project_id = project AND a.entity IN ('customer', 'room', 'transfer', 'vehicle', 'receipt')
                 AND a.entity_id = ANY (people || COALESCE(things, '{}'))
                 AND (strpos(a.summary, one) > 0 OR strpos(a.before::text, quoted) > 0 OR strpos(a.after::text, quoted) > 0);
            END LOOP;
            UPDATE customer c SET name = '已匿名客户', anonymised_at = at
             WHERE c.project_id = project AND c.id::text = ANY (people);
          END $body$`);
        await queryRunner.query(`REVOKE ALL ON FUNCTION anonymise_customer(uuid, uuid, timestamptz) FROM PUBLIC`);
        await queryRunner.query(`GRANT EXECUTE ON FUNCTION anonymise_customer(uuid, uuid, timestamptz) TO ${APP_ROLE}`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP FUNCTION anonymise_customer(uuid, uuid, timestamptz)`);
    }

}
