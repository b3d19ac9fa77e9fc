import { MigrationInterface, QueryRunner } from "typeorm";

export class Foundation1795435303004 implements MigrationInterface {
    name = 'Foundation1795435303004'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE "access_application" (
                "id" uuid NOT NULL,
                "name" text NOT NULL,
                "mobile" text NOT NULL,
                "reason" text NOT NULL,
                "wish" text,
                "status" text NOT NULL,
                "decision_note" text,
                "decided_by" uuid,
                "decided_by_name" text,
                "decided_at" TIMESTAMP WITH TIME ZONE,
                "user_id" uuid,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                CONSTRAINT "pk_access_application" PRIMARY KEY ("id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "app_user" (
                "id" uuid NOT NULL,
                "name" text NOT NULL,
                "mobile" text NOT NULL,
                "password_hash" text NOT NULL,
                "password_history" text array NOT NULL,
                "password_changed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "must_change_password" boolean NOT NULL,
                "active" boolean NOT NULL,
                "failed_attempts" integer NOT NULL,
                "locked_until" TIMESTAMP WITH TIME ZONE,
                "last_sign_in_at" TIMESTAMP WITH TIME ZONE,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                CONSTRAINT "uq_app_user_mobile" UNIQUE ("mobile"),
                CONSTRAINT "ck_app_user_mobile" CHECK (mobile ~ '^1[3-9][0-9]{9}$'),
                CONSTRAINT "pk_app_user" PRIMARY KEY ("id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "refresh_session" (
                "id" uuid NOT NULL,
                "user_id" uuid NOT NULL,
                "token_hash" text NOT NULL,
                "previous_hash" text,
                "rotated_at" TIMESTAMP WITH TIME ZONE,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "last_used_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "ended_at" TIMESTAMP WITH TIME ZONE,
                "end_reason" text,
                "ip" text NOT NULL,
                "user_agent" text NOT NULL,
                CONSTRAINT "pk_refresh_session" PRIMARY KEY ("id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_refresh_session_user" ON "refresh_session" ("user_id")
        `);
        await queryRunner.query(`
            CREATE TABLE "role" (
                "id" uuid NOT NULL,
                "code" text NOT NULL,
                "name" text NOT NULL,
                "permissions" text array NOT NULL,
                "home_path" text NOT NULL,
                "built_in" boolean NOT NULL,
                CONSTRAINT "uq_role_name" UNIQUE ("name"),
                CONSTRAINT "uq_role_code" UNIQUE ("code"),
                CONSTRAINT "pk_role" PRIMARY KEY ("id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "membership" (
                "id" uuid NOT NULL,
                "user_id" uuid NOT NULL,
                "role_id" uuid NOT NULL,
                "scope_project_id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                CONSTRAINT "uq_membership" UNIQUE ("user_id", "role_id", "scope_project_id"),
                CONSTRAINT "pk_membership" PRIMARY KEY ("id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_membership_user" ON "membership" ("user_id")
        `);
        await queryRunner.query(`
            CREATE TABLE "audit_log" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "user_id" uuid NOT NULL,
                "user_name" text NOT NULL,
                "ip" text NOT NULL,
                "request_id" text NOT NULL,
                "action" text NOT NULL,
                "entity" text NOT NULL,
                "entity_id" text NOT NULL,
                "summary" text NOT NULL,
                "before" jsonb,
                "after" jsonb,
                "success" boolean NOT NULL,
                CONSTRAINT "pk_audit_log" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_audit_log_user" ON "audit_log" ("project_id", "user_id", "id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_audit_log_thing" ON "audit_log" ("project_id", "entity", "entity_id", "id")
        `);
        await queryRunner.query(`
            CREATE TABLE "outbox_event" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "type" text NOT NULL,
                "payload" jsonb NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "delivered_at" TIMESTAMP WITH TIME ZONE,
                CONSTRAINT "pk_outbox_event" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_outbox_event_pending" ON "outbox_event" ("id")
            WHERE delivered_at IS NULL
        `);
        await queryRunner.query(`
            CREATE TABLE "project_name" (
                "name" text NOT NULL,
                "project_id" uuid NOT NULL,
                CONSTRAINT "pk_project_name" PRIMARY KEY ("name")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "project" (
                "id" uuid NOT NULL,
                "name" text NOT NULL,
                "short_name" text NOT NULL,
                "address" text,
                "telephone" text,
                "time_zone" text NOT NULL,
                "modules" text array NOT NULL,
                "level_names" text array NOT NULL,
                "first_period" text NOT NULL,
                "move_in_on" date,
                "developer_id" uuid,
                "notice_note" text,
                "difference_percent" integer NOT NULL,
                "active" boolean NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                CONSTRAINT "ck_project_first_period" CHECK (first_period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
                CONSTRAINT "ck_project_level_names" CHECK (cardinality(level_names) = 4),
                CONSTRAINT "pk_project" PRIMARY KEY ("id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "customer" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "number" text NOT NULL,
                "name" text NOT NULL,
                "kind" text NOT NULL,
                "sex" text,
                "id_type" text,
                "id_number_cipher" text,
                "id_number_hash" text,
                "id_number_masked" text,
                "birthday" date,
                "registered_place" text,
                "mobile" text,
                "home_phone" text,
                "other_phones" text array NOT NULL,
                "emergency_name" text,
                "emergency_phone" text,
                "contact_name" text,
                "address" text,
                "remark" text,
                "incomplete" text array NOT NULL,
                "confirmed_on" date,
                CONSTRAINT "uq_customer_number" UNIQUE ("project_id", "number"),
                CONSTRAINT "ck_customer_id_number" CHECK (
                    (id_number_cipher IS NULL) = (id_number_hash IS NULL)
                ),
                CONSTRAINT "pk_customer" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_customer_name" ON "customer" ("project_id", "name", "id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_customer_mobile" ON "customer" ("project_id", "mobile")
        `);
        await queryRunner.query(`
            CREATE UNIQUE INDEX "uq_customer_id_number" ON "customer" ("project_id", "id_number_hash")
            WHERE id_number_hash IS NOT NULL
        `);
        await queryRunner.query(`
            CREATE TABLE "file_object" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "owner_type" text NOT NULL,
                "owner_id" uuid NOT NULL,
                "kind" text NOT NULL,
                "name" text NOT NULL,
                "content_type" text NOT NULL,
                "size" bigint NOT NULL,
                "sha256" text NOT NULL,
                "width" integer,
                "height" integer,
                "created_by" uuid NOT NULL,
                "removed_at" TIMESTAMP WITH TIME ZONE,
                CONSTRAINT "pk_file_object" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_file_object_owner" ON "file_object" ("project_id", "owner_type", "owner_id")
        `);
        await queryRunner.query(`
            CREATE TABLE "import_batch" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "kind" text NOT NULL,
                "status" text NOT NULL,
                "file_name" text NOT NULL,
                "sha256" text NOT NULL,
                "size" bigint NOT NULL,
                "layout" jsonb NOT NULL,
                "decisions" jsonb NOT NULL,
                "summary" jsonb,
                "job_id" uuid,
                "failure" text,
                "created_by" uuid NOT NULL,
                "created_by_name" text NOT NULL,
                "committed_at" TIMESTAMP WITH TIME ZONE,
                CONSTRAINT "pk_import_batch" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_import_batch_recent" ON "import_batch" ("project_id", "id")
        `);
        await queryRunner.query(`
            CREATE TABLE "job" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "kind" text NOT NULL,
                "status" text NOT NULL,
                "title" text NOT NULL,
                "params" jsonb NOT NULL,
                "done" integer NOT NULL,
                "total" integer NOT NULL,
                "message" text,
                "result" jsonb,
                "attempts" integer NOT NULL,
                "created_by" uuid NOT NULL,
                "created_by_name" text NOT NULL,
                "started_at" TIMESTAMP WITH TIME ZONE,
                "finished_at" TIMESTAMP WITH TIME ZONE,
                CONSTRAINT "pk_job" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_job_recent" ON "job" ("project_id", "id")
        `);
        await queryRunner.query(`
            CREATE TABLE "number_series" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "kind" text NOT NULL,
                "prefix" text NOT NULL,
                "width" integer NOT NULL,
                "next_no" bigint NOT NULL,
                CONSTRAINT "uq_number_series" UNIQUE ("project_id", "kind"),
                CONSTRAINT "pk_number_series" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "parking_space" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "code" text NOT NULL,
                "name" text NOT NULL,
                "type" text NOT NULL,
                "place" text NOT NULL,
                "ownership" text,
                "area" numeric(12, 4),
                "incomplete" text array NOT NULL,
                CONSTRAINT "uq_parking_space_code" UNIQUE ("project_id", "code"),
                CONSTRAINT "pk_parking_space" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "import_mapping" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "kind" text NOT NULL,
                "header_hash" text NOT NULL,
                "mapping" jsonb NOT NULL,
                CONSTRAINT "uq_import_mapping" UNIQUE ("project_id", "kind", "header_hash"),
                CONSTRAINT "pk_import_mapping" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "building" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "code" text NOT NULL,
                "name" text NOT NULL,
                "kind" text NOT NULL,
                "floors" integer,
                "has_lift" boolean,
                "sort" integer NOT NULL,
                CONSTRAINT "uq_building_code" UNIQUE ("project_id", "code"),
                CONSTRAINT "pk_building" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "room_prefix" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "prefix" text NOT NULL,
                "remark" text,
                CONSTRAINT "uq_room_prefix" UNIQUE ("project_id", "prefix"),
                CONSTRAINT "pk_room_prefix" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "billing_period" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "period" text NOT NULL,
                "status" text NOT NULL,
                "closed_at" TIMESTAMP WITH TIME ZONE,
                "closed_by" uuid,
                "closed_by_name" text,
                "snapshot" jsonb,
                CONSTRAINT "uq_billing_period" UNIQUE ("project_id", "period"),
                CONSTRAINT "pk_billing_period" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "fee_item" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "code" text NOT NULL,
                "name" text NOT NULL,
                "short_name" text,
                "kind" text NOT NULL,
                "income_class" text NOT NULL,
                "collected_for_others" boolean NOT NULL,
                "unit" text,
                "tax_code" text,
                "tax_rate" numeric(5, 2),
                "finance_code" text,
                "remark" text,
                "sort" integer NOT NULL,
                "active" boolean NOT NULL,
                CONSTRAINT "uq_fee_item_name" UNIQUE ("project_id", "name"),
                CONSTRAINT "uq_fee_item_code" UNIQUE ("project_id", "code"),
                CONSTRAINT "ck_fee_item_tax_rate" CHECK (
                    tax_rate IS NULL
                    OR (
                        tax_rate >= 0
                        AND tax_rate < 100
                    )
                ),
                CONSTRAINT "pk_fee_item" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "period_balance" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "period" text NOT NULL,
                "fee_item_id" uuid NOT NULL,
                "building_id" uuid NOT NULL,
                "opening_fen" bigint NOT NULL,
                "charged_fen" bigint NOT NULL,
                "adjusted_fen" bigint NOT NULL,
                "waived_fen" bigint NOT NULL,
                "received_current_fen" bigint NOT NULL,
                "received_arrears_fen" bigint NOT NULL,
                "closing_fen" bigint NOT NULL,
                CONSTRAINT "uq_period_balance" UNIQUE (
                    "project_id",
                    "period",
                    "fee_item_id",
                    "building_id"
                ),
                CONSTRAINT "pk_period_balance" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "charge_run" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "period" text NOT NULL,
                "status" text NOT NULL,
                "scope" jsonb NOT NULL,
                "line_count" integer NOT NULL,
                "amount_fen" bigint NOT NULL,
                "skipped_count" integer NOT NULL,
                "differences" jsonb NOT NULL,
                "fingerprint" text,
                "failure" text,
                "job_id" uuid,
                "created_by" uuid NOT NULL,
                "created_by_name" text NOT NULL,
                "published_at" TIMESTAMP WITH TIME ZONE,
                "published_by" uuid,
                "reversed_at" TIMESTAMP WITH TIME ZONE,
                "reversal_reason" text,
                CONSTRAINT "pk_charge_run" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_charge_run_period" ON "charge_run" ("project_id", "period")
        `);
        await queryRunner.query(`
            CREATE TABLE "unit" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "building_id" uuid NOT NULL,
                "code" text NOT NULL,
                "name" text NOT NULL,
                "floors" integer,
                "has_lift" boolean,
                "sort" integer NOT NULL,
                CONSTRAINT "uq_unit_code" UNIQUE ("project_id", "building_id", "code"),
                CONSTRAINT "pk_unit" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "room" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "unit_id" uuid NOT NULL,
                "code" text NOT NULL,
                "name" text NOT NULL,
                "floor" integer NOT NULL,
                "building_area" numeric(12, 4) NOT NULL,
                "charge_area" numeric(12, 4) NOT NULL,
                "inner_area" numeric(12, 4),
                "usable_area" numeric(12, 4),
                "layout" text,
                "orientation" text,
                "purpose" text NOT NULL,
                "state" text NOT NULL,
                "handed_over_on" date,
                "moved_in_on" date,
                "remark" text,
                "incomplete" text array NOT NULL,
                "active" boolean NOT NULL,
                CONSTRAINT "uq_room_code" UNIQUE ("project_id", "code"),
                CONSTRAINT "ck_room_areas" CHECK (
                    building_area >= 0
                    AND charge_area >= 0
                ),
                CONSTRAINT "pk_room" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_room_unit" ON "room" ("project_id", "unit_id", "floor", "code")
        `);
        await queryRunner.query(`
            CREATE TABLE "payer" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "room_id" uuid NOT NULL,
                "customer_id" uuid NOT NULL,
                "fee_item_id" uuid,
                "starts_on" date NOT NULL,
                "ends_on" date,
                CONSTRAINT "ck_payer_dates" CHECK (
                    ends_on IS NULL
                    OR ends_on >= starts_on
                ),
                CONSTRAINT "pk_payer" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_payer_customer" ON "payer" ("project_id", "customer_id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_payer_room" ON "payer" ("project_id", "room_id")
        `);
        await queryRunner.query(`
            CREATE TABLE "room_relation" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "room_id" uuid NOT NULL,
                "customer_id" uuid NOT NULL,
                "role" text NOT NULL,
                "share" numeric(7, 4),
                "kinship" text,
                "is_primary_contact" boolean NOT NULL,
                "starts_on" date NOT NULL,
                "ends_on" date,
                "end_reason" text,
                CONSTRAINT "ck_room_relation_share" CHECK (
                    share IS NULL
                    OR (
                        share > 0
                        AND share <= 100
                    )
                ),
                CONSTRAINT "ck_room_relation_dates" CHECK (
                    ends_on IS NULL
                    OR ends_on >= starts_on
                ),
                CONSTRAINT "pk_room_relation" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_room_relation_customer" ON "room_relation" ("project_id", "customer_id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_room_relation_room" ON "room_relation" ("project_id", "room_id")
        `);
        await queryRunner.query(`
            CREATE TABLE "import_row" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "batch_id" uuid NOT NULL,
                "sheet" text NOT NULL,
                "row_no" integer NOT NULL,
                "entity" text NOT NULL,
                "key" text NOT NULL,
                "outcome" text NOT NULL,
                "data" jsonb NOT NULL,
                "issues" jsonb NOT NULL,
                CONSTRAINT "pk_import_row" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_import_row_batch" ON "import_row" ("project_id", "batch_id", "id")
        `);
        await queryRunner.query(`
            CREATE TABLE "rate" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "fee_item_id" uuid NOT NULL,
                "name" text NOT NULL,
                "base" text NOT NULL,
                "area_kind" text NOT NULL,
                "cycle" text NOT NULL,
                "timing" text NOT NULL,
                "proration" text NOT NULL,
                "change_policy" text NOT NULL,
                "rounding_mode" text NOT NULL,
                "rounding_unit" text NOT NULL,
                "due_rule" text NOT NULL,
                "due_days" integer NOT NULL,
                "minimum_months" integer,
                "legal_basis" text,
                "active" boolean NOT NULL,
                CONSTRAINT "uq_rate_name" UNIQUE ("project_id", "fee_item_id", "name"),
                CONSTRAINT "ck_rate_due_days" CHECK (
                    due_days BETWEEN 0 AND 366
                ),
                CONSTRAINT "pk_rate" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "charge" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "room_id" uuid NOT NULL,
                "payer_id" uuid NOT NULL,
                "fee_item_id" uuid NOT NULL,
                "rate_id" uuid,
                "rate_version_id" uuid,
                "binding_id" uuid,
                "run_id" uuid,
                "source" text NOT NULL,
                "period" text NOT NULL,
                "booked_period" text NOT NULL,
                "service_from" date NOT NULL,
                "service_to" date NOT NULL,
                "quantity" numeric(14, 4),
                "unit_price" numeric(14, 6),
                "amount_fen" bigint NOT NULL,
                "reduced_fen" bigint NOT NULL,
                "received_fen" bigint NOT NULL,
                "offset_fen" bigint NOT NULL,
                "reversed_fen" bigint NOT NULL,
                "open_fen" bigint NOT NULL,
                "due_on" date NOT NULL,
                "trace" jsonb,
                "remark" text,
                CONSTRAINT "ck_charge_service" CHECK (service_to >= service_from),
                CONSTRAINT "ck_charge_open_sign" CHECK (open_fen >= 0),
                CONSTRAINT "ck_charge_open" CHECK (
                    open_fen = amount_fen - reduced_fen - received_fen - offset_fen - reversed_fen
                ),
                CONSTRAINT "pk_charge" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_charge_run" ON "charge" ("project_id", "run_id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_charge_booked" ON "charge" ("project_id", "booked_period", "id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_charge_open" ON "charge" ("project_id", "payer_id", "due_on")
            WHERE open_fen <> 0
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_charge_room" ON "charge" ("project_id", "room_id", "period")
        `);
        await queryRunner.query(`
            CREATE UNIQUE INDEX "uq_charge_service" ON "charge" (
                "project_id",
                "room_id",
                "fee_item_id",
                "service_from"
            )
            WHERE reversed_fen = 0
                AND source = 'RUN'
        `);
        await queryRunner.query(`
            CREATE TABLE "prepayment_account" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "room_id" uuid NOT NULL,
                "customer_id" uuid NOT NULL,
                "balance_fen" bigint NOT NULL,
                CONSTRAINT "uq_prepayment_account" UNIQUE ("project_id", "room_id", "customer_id"),
                CONSTRAINT "ck_prepayment_account_balance" CHECK (balance_fen >= 0),
                CONSTRAINT "pk_prepayment_account" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE TABLE "rate_binding" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "room_id" uuid NOT NULL,
                "rate_id" uuid NOT NULL,
                "fee_item_id" uuid NOT NULL,
                "starts_on" date NOT NULL,
                "ends_on" date,
                "quantity" numeric(14, 4),
                "unit_price" numeric(14, 6),
                "override_reason" text,
                CONSTRAINT "ck_rate_binding_dates" CHECK (
                    ends_on IS NULL
                    OR ends_on >= starts_on
                ),
                CONSTRAINT "pk_rate_binding" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_rate_binding_rate" ON "rate_binding" ("project_id", "rate_id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_rate_binding_room" ON "rate_binding" ("project_id", "room_id", "fee_item_id")
        `);
        await queryRunner.query(`
            CREATE TABLE "receipt" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "receipt_no" text NOT NULL,
                "payer_id" uuid NOT NULL,
                "booked_on" date NOT NULL,
                "period" text NOT NULL,
                "amount_fen" bigint NOT NULL,
                "charges_fen" bigint NOT NULL,
                "prepayment_fen" bigint NOT NULL,
                "change_fen" bigint NOT NULL,
                "reversal_of" uuid,
                "reversal_reason" text,
                "remark" text,
                "cashier_id" uuid NOT NULL,
                "cashier_name" text NOT NULL,
                "request_hash" text NOT NULL,
                CONSTRAINT "uq_receipt_no" UNIQUE ("project_id", "receipt_no"),
                CONSTRAINT "ck_receipt_red" CHECK (
                    (
                        reversal_of IS NULL
                        AND amount_fen > 0
                    )
                    OR (
                        reversal_of IS NOT NULL
                        AND amount_fen < 0
                    )
                ),
                CONSTRAINT "ck_receipt_sum" CHECK (amount_fen = charges_fen + prepayment_fen),
                CONSTRAINT "pk_receipt" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_receipt_payer" ON "receipt" ("project_id", "payer_id", "id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_receipt_booked" ON "receipt" ("project_id", "booked_on", "id")
        `);
        await queryRunner.query(`
            CREATE UNIQUE INDEX "uq_receipt_reversal" ON "receipt" ("project_id", "reversal_of")
            WHERE reversal_of IS NOT NULL
        `);
        await queryRunner.query(`
            CREATE TABLE "charge_run_line" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "run_id" uuid NOT NULL,
                "room_id" uuid NOT NULL,
                "fee_item_id" uuid NOT NULL,
                "rate_id" uuid,
                "payer_id" uuid,
                "period" text NOT NULL,
                "service_from" date NOT NULL,
                "service_to" date NOT NULL,
                "amount_fen" bigint NOT NULL,
                "previous_fen" bigint,
                "difference" text NOT NULL,
                "trace" jsonb,
                CONSTRAINT "pk_charge_run_line" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_charge_run_line_run" ON "charge_run_line" ("project_id", "run_id", "difference", "id")
        `);
        await queryRunner.query(`
            CREATE TABLE "charge_entry" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "charge_id" uuid NOT NULL,
                "kind" text NOT NULL,
                "amount_fen" bigint NOT NULL,
                "booked_on" date NOT NULL,
                "period" text NOT NULL,
                "receipt_id" uuid,
                "reason" text,
                "created_by" uuid NOT NULL,
                CONSTRAINT "ck_charge_entry_amount" CHECK (amount_fen <> 0),
                CONSTRAINT "pk_charge_entry" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_charge_entry_period" ON "charge_entry" ("project_id", "period")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_charge_entry_receipt" ON "charge_entry" ("project_id", "receipt_id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_charge_entry_charge" ON "charge_entry" ("project_id", "charge_id", "id")
        `);
        await queryRunner.query(`
            CREATE TABLE "rate_version" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "rate_id" uuid NOT NULL,
                "starts_on" date NOT NULL,
                "ends_on" date,
                "unit_price" numeric(14, 6) NOT NULL,
                "surcharge" numeric(14, 4) NOT NULL,
                CONSTRAINT "ck_rate_version_amounts" CHECK (
                    unit_price >= 0
                    AND surcharge >= 0
                ),
                CONSTRAINT "ck_rate_version_dates" CHECK (
                    ends_on IS NULL
                    OR ends_on >= starts_on
                ),
                CONSTRAINT "pk_rate_version" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE UNIQUE INDEX "uq_rate_version_start" ON "rate_version" ("project_id", "rate_id", "starts_on")
        `);
        await queryRunner.query(`
            CREATE TABLE "prepayment_movement" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "account_id" uuid NOT NULL,
                "source" text NOT NULL,
                "amount_fen" bigint NOT NULL,
                "balance_after_fen" bigint NOT NULL,
                "booked_on" date NOT NULL,
                "period" text NOT NULL,
                "receipt_id" uuid,
                CONSTRAINT "ck_prepayment_movement_balance" CHECK (
                    balance_after_fen >= 0
                    AND amount_fen <> 0
                ),
                CONSTRAINT "pk_prepayment_movement" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_prepayment_movement_receipt" ON "prepayment_movement" ("project_id", "receipt_id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_prepayment_movement_account" ON "prepayment_movement" ("project_id", "account_id", "id")
        `);
        await queryRunner.query(`
            CREATE TABLE "receipt_method" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "receipt_id" uuid NOT NULL,
                "method" text NOT NULL,
                "amount_fen" bigint NOT NULL,
                "tendered_fen" bigint NOT NULL,
                "reference_no" text,
                CONSTRAINT "ck_receipt_method_amount" CHECK (amount_fen <> 0),
                CONSTRAINT "pk_receipt_method" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_receipt_method_receipt" ON "receipt_method" ("project_id", "receipt_id")
        `);
        await queryRunner.query(`
            CREATE TABLE "receipt_print" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "receipt_id" uuid NOT NULL,
                "printed_by" uuid NOT NULL,
                "printed_by_name" text NOT NULL,
                CONSTRAINT "pk_receipt_print" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_receipt_print_receipt" ON "receipt_print" ("project_id", "receipt_id")
        `);
        await queryRunner.query(`
            CREATE TABLE "refund" (
                "project_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "refund_no" text NOT NULL,
                "red_receipt_id" uuid NOT NULL,
                "method" text NOT NULL,
                "amount_fen" bigint NOT NULL,
                "booked_on" date NOT NULL,
                "period" text NOT NULL,
                "reference_no" text,
                "reason" text NOT NULL,
                "paid_by" uuid NOT NULL,
                "paid_by_name" text NOT NULL,
                "request_hash" text NOT NULL,
                CONSTRAINT "ck_refund_amount" CHECK (amount_fen > 0),
                CONSTRAINT "pk_refund" PRIMARY KEY ("project_id", "id")
            )
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_refund_booked" ON "refund" ("project_id", "booked_on", "id")
        `);
        await queryRunner.query(`
            CREATE INDEX "ix_refund_red_receipt" ON "refund" ("project_id", "red_receipt_id")
        `);
        await queryRunner.query(`
            ALTER TABLE "refresh_session"
            ADD CONSTRAINT "fk_refresh_session_user" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "membership"
            ADD CONSTRAINT "fk_membership_user" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "membership"
            ADD CONSTRAINT "fk_membership_role" FOREIGN KEY ("role_id") REFERENCES "role"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "customer"
            ADD CONSTRAINT "fk_customer_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "file_object"
            ADD CONSTRAINT "fk_file_object_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "import_batch"
            ADD CONSTRAINT "fk_import_batch_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "job"
            ADD CONSTRAINT "fk_job_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "number_series"
            ADD CONSTRAINT "fk_number_series_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "parking_space"
            ADD CONSTRAINT "fk_parking_space_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "import_mapping"
            ADD CONSTRAINT "fk_import_mapping_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "building"
            ADD CONSTRAINT "fk_building_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "room_prefix"
            ADD CONSTRAINT "fk_room_prefix_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "billing_period"
            ADD CONSTRAINT "fk_billing_period_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "fee_item"
            ADD CONSTRAINT "fk_fee_item_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "period_balance"
            ADD CONSTRAINT "fk_period_balance_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "charge_run"
            ADD CONSTRAINT "fk_charge_run_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "unit"
            ADD CONSTRAINT "fk_unit_building" FOREIGN KEY ("project_id", "building_id") REFERENCES "building"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "room"
            ADD CONSTRAINT "fk_room_unit" FOREIGN KEY ("project_id", "unit_id") REFERENCES "unit"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "payer"
            ADD CONSTRAINT "fk_payer_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "payer"
            ADD CONSTRAINT "fk_payer_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "room_relation"
            ADD CONSTRAINT "fk_room_relation_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "room_relation"
            ADD CONSTRAINT "fk_room_relation_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "import_row"
            ADD CONSTRAINT "fk_import_row_batch" FOREIGN KEY ("project_id", "batch_id") REFERENCES "import_batch"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "rate"
            ADD CONSTRAINT "fk_rate_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "charge"
            ADD CONSTRAINT "fk_charge_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "charge"
            ADD CONSTRAINT "fk_charge_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "charge"
            ADD CONSTRAINT "fk_charge_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "charge"
            ADD CONSTRAINT "fk_charge_rate" FOREIGN KEY ("project_id", "rate_id") REFERENCES "rate"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "charge"
            ADD CONSTRAINT "fk_charge_run" FOREIGN KEY ("project_id", "run_id") REFERENCES "charge_run"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "prepayment_account"
            ADD CONSTRAINT "fk_prepayment_account_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "prepayment_account"
            ADD CONSTRAINT "fk_prepayment_account_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "rate_binding"
            ADD CONSTRAINT "fk_rate_binding_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "rate_binding"
            ADD CONSTRAINT "fk_rate_binding_rate" FOREIGN KEY ("project_id", "rate_id") REFERENCES "rate"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "rate_binding"
            ADD CONSTRAINT "fk_rate_binding_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "receipt"
            ADD CONSTRAINT "fk_receipt_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "receipt"
            ADD CONSTRAINT "fk_receipt_reversal_of" FOREIGN KEY ("project_id", "reversal_of") REFERENCES "receipt"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "charge_run_line"
            ADD CONSTRAINT "fk_charge_run_line_run" FOREIGN KEY ("project_id", "run_id") REFERENCES "charge_run"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "charge_entry"
            ADD CONSTRAINT "fk_charge_entry_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "rate_version"
            ADD CONSTRAINT "fk_rate_version_rate" FOREIGN KEY ("project_id", "rate_id") REFERENCES "rate"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "prepayment_movement"
            ADD CONSTRAINT "fk_prepayment_movement_account" FOREIGN KEY ("project_id", "account_id") REFERENCES "prepayment_account"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "receipt_method"
            ADD CONSTRAINT "fk_receipt_method_receipt" FOREIGN KEY ("project_id", "receipt_id") REFERENCES "receipt"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "receipt_print"
            ADD CONSTRAINT "fk_receipt_print_receipt" FOREIGN KEY ("project_id", "receipt_id") REFERENCES "receipt"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
        await queryRunner.query(`
            ALTER TABLE "refund"
            ADD CONSTRAINT "fk_refund_red_receipt" FOREIGN KEY ("project_id", "red_receipt_id") REFERENCES "receipt"("project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            ALTER TABLE "refund" DROP CONSTRAINT "fk_refund_red_receipt"
        `);
        await queryRunner.query(`
            ALTER TABLE "receipt_print" DROP CONSTRAINT "fk_receipt_print_receipt"
        `);
        await queryRunner.query(`
            ALTER TABLE "receipt_method" DROP CONSTRAINT "fk_receipt_method_receipt"
        `);
        await queryRunner.query(`
            ALTER TABLE "prepayment_movement" DROP CONSTRAINT "fk_prepayment_movement_account"
        `);
        await queryRunner.query(`
            ALTER TABLE "rate_version" DROP CONSTRAINT "fk_rate_version_rate"
        `);
        await queryRunner.query(`
            ALTER TABLE "charge_entry" DROP CONSTRAINT "fk_charge_entry_charge"
        `);
        await queryRunner.query(`
            ALTER TABLE "charge_run_line" DROP CONSTRAINT "fk_charge_run_line_run"
        `);
        await queryRunner.query(`
            ALTER TABLE "receipt" DROP CONSTRAINT "fk_receipt_reversal_of"
        `);
        await queryRunner.query(`
            ALTER TABLE "receipt" DROP CONSTRAINT "fk_receipt_payer"
        `);
        await queryRunner.query(`
            ALTER TABLE "rate_binding" DROP CONSTRAINT "fk_rate_binding_fee_item"
        `);
        await queryRunner.query(`
            ALTER TABLE "rate_binding" DROP CONSTRAINT "fk_rate_binding_rate"
        `);
        await queryRunner.query(`
            ALTER TABLE "rate_binding" DROP CONSTRAINT "fk_rate_binding_room"
        `);
        await queryRunner.query(`
            ALTER TABLE "prepayment_account" DROP CONSTRAINT "fk_prepayment_account_customer"
        `);
        await queryRunner.query(`
            ALTER TABLE "prepayment_account" DROP CONSTRAINT "fk_prepayment_account_room"
        `);
        await queryRunner.query(`
            ALTER TABLE "charge" DROP CONSTRAINT "fk_charge_run"
        `);
        await queryRunner.query(`
            ALTER TABLE "charge" DROP CONSTRAINT "fk_charge_rate"
        `);
        await queryRunner.query(`
            ALTER TABLE "charge" DROP CONSTRAINT "fk_charge_fee_item"
        `);
        await queryRunner.query(`
            ALTER TABLE "charge" DROP CONSTRAINT "fk_charge_payer"
        `);
        await queryRunner.query(`
            ALTER TABLE "charge" DROP CONSTRAINT "fk_charge_room"
        `);
        await queryRunner.query(`
            ALTER TABLE "rate" DROP CONSTRAINT "fk_rate_fee_item"
        `);
        await queryRunner.query(`
            ALTER TABLE "import_row" DROP CONSTRAINT "fk_import_row_batch"
        `);
        await queryRunner.query(`
            ALTER TABLE "room_relation" DROP CONSTRAINT "fk_room_relation_customer"
        `);
        await queryRunner.query(`
            ALTER TABLE "room_relation" DROP CONSTRAINT "fk_room_relation_room"
        `);
        await queryRunner.query(`
            ALTER TABLE "payer" DROP CONSTRAINT "fk_payer_customer"
        `);
        await queryRunner.query(`
            ALTER TABLE "payer" DROP CONSTRAINT "fk_payer_room"
        `);
        await queryRunner.query(`
            ALTER TABLE "room" DROP CONSTRAINT "fk_room_unit"
        `);
        await queryRunner.query(`
            ALTER TABLE "unit" DROP CONSTRAINT "fk_unit_building"
        `);
        await queryRunner.query(`
            ALTER TABLE "charge_run" DROP CONSTRAINT "fk_charge_run_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "period_balance" DROP CONSTRAINT "fk_period_balance_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "fee_item" DROP CONSTRAINT "fk_fee_item_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "billing_period" DROP CONSTRAINT "fk_billing_period_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "room_prefix" DROP CONSTRAINT "fk_room_prefix_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "building" DROP CONSTRAINT "fk_building_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "import_mapping" DROP CONSTRAINT "fk_import_mapping_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "parking_space" DROP CONSTRAINT "fk_parking_space_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "number_series" DROP CONSTRAINT "fk_number_series_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "job" DROP CONSTRAINT "fk_job_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "import_batch" DROP CONSTRAINT "fk_import_batch_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "file_object" DROP CONSTRAINT "fk_file_object_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "customer" DROP CONSTRAINT "fk_customer_project_id"
        `);
        await queryRunner.query(`
            ALTER TABLE "membership" DROP CONSTRAINT "fk_membership_role"
        `);
        await queryRunner.query(`
            ALTER TABLE "membership" DROP CONSTRAINT "fk_membership_user"
        `);
        await queryRunner.query(`
            ALTER TABLE "refresh_session" DROP CONSTRAINT "fk_refresh_session_user"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_refund_red_receipt"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_refund_booked"
        `);
        await queryRunner.query(`
            DROP TABLE "refund"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_receipt_print_receipt"
        `);
        await queryRunner.query(`
            DROP TABLE "receipt_print"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_receipt_method_receipt"
        `);
        await queryRunner.query(`
            DROP TABLE "receipt_method"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_prepayment_movement_account"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_prepayment_movement_receipt"
        `);
        await queryRunner.query(`
            DROP TABLE "prepayment_movement"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."uq_rate_version_start"
        `);
        await queryRunner.query(`
            DROP TABLE "rate_version"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_charge_entry_charge"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_charge_entry_receipt"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_charge_entry_period"
        `);
        await queryRunner.query(`
            DROP TABLE "charge_entry"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_charge_run_line_run"
        `);
        await queryRunner.query(`
            DROP TABLE "charge_run_line"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."uq_receipt_reversal"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_receipt_booked"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_receipt_payer"
        `);
        await queryRunner.query(`
            DROP TABLE "receipt"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_rate_binding_room"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_rate_binding_rate"
        `);
        await queryRunner.query(`
            DROP TABLE "rate_binding"
        `);
        await queryRunner.query(`
            DROP TABLE "prepayment_account"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."uq_charge_service"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_charge_room"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_charge_open"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_charge_booked"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_charge_run"
        `);
        await queryRunner.query(`
            DROP TABLE "charge"
        `);
        await queryRunner.query(`
            DROP TABLE "rate"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_import_row_batch"
        `);
        await queryRunner.query(`
            DROP TABLE "import_row"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_room_relation_room"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_room_relation_customer"
        `);
        await queryRunner.query(`
            DROP TABLE "room_relation"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_payer_room"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_payer_customer"
        `);
        await queryRunner.query(`
            DROP TABLE "payer"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_room_unit"
        `);
        await queryRunner.query(`
            DROP TABLE "room"
        `);
        await queryRunner.query(`
            DROP TABLE "unit"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_charge_run_period"
        `);
        await queryRunner.query(`
            DROP TABLE "charge_run"
        `);
        await queryRunner.query(`
            DROP TABLE "period_balance"
        `);
        await queryRunner.query(`
            DROP TABLE "fee_item"
        `);
        await queryRunner.query(`
            DROP TABLE "billing_period"
        `);
        await queryRunner.query(`
            DROP TABLE "room_prefix"
        `);
        await queryRunner.query(`
            DROP TABLE "building"
        `);
        await queryRunner.query(`
            DROP TABLE "import_mapping"
        `);
        await queryRunner.query(`
            DROP TABLE "parking_space"
        `);
        await queryRunner.query(`
            DROP TABLE "number_series"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_job_recent"
        `);
        await queryRunner.query(`
            DROP TABLE "job"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_import_batch_recent"
        `);
        await queryRunner.query(`
            DROP TABLE "import_batch"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_file_object_owner"
        `);
        await queryRunner.query(`
            DROP TABLE "file_object"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."uq_customer_id_number"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_customer_mobile"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_customer_name"
        `);
        await queryRunner.query(`
            DROP TABLE "customer"
        `);
        await queryRunner.query(`
            DROP TABLE "project"
        `);
        await queryRunner.query(`
            DROP TABLE "project_name"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_outbox_event_pending"
        `);
        await queryRunner.query(`
            DROP TABLE "outbox_event"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_audit_log_thing"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_audit_log_user"
        `);
        await queryRunner.query(`
            DROP TABLE "audit_log"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_membership_user"
        `);
        await queryRunner.query(`
            DROP TABLE "membership"
        `);
        await queryRunner.query(`
            DROP TABLE "role"
        `);
        await queryRunner.query(`
            DROP INDEX "public"."ix_refresh_session_user"
        `);
        await queryRunner.query(`
            DROP TABLE "refresh_session"
        `);
        await queryRunner.query(`
            DROP TABLE "app_user"
        `);
        await queryRunner.query(`
            DROP TABLE "access_application"
        `);
    }

}
