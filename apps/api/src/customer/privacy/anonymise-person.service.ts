import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { RETENTION_YEARS } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { FileArchive } from "../../files/file-archive.js";
import { projectToday } from "../../property/project-today.js";
import { lockCustomer } from "../customer-lock.js";
import { deletionHeld } from "../customer.errors.js";
import { CustomerAddress } from "../details/customer-address.entity.js";
import { CustomerContact } from "../details/customer-contact.entity.js";
import { CustomerPhone } from "../details/customer-phone.entity.js";
import { InvoiceTitle } from "../details/invoice-title.entity.js";
import { idsOf } from "../merged-customers.js";
import { TaggedCustomer } from "../tags/tagged-customer.entity.js";
import { DeletionHolds } from "./deletion-holds.js";

type Database = Pick<EntityManager, "query">;

/** Answers a request for deletion: who is no longer needed is made nobody; rows of the ledgers stay (LAW-35, LAW-38). */
@Injectable()
export class AnonymisePersonService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly archive: FileArchive,
    private readonly elsewhere: DeletionHolds,
  ) {}

  /** What keeps the data from being deleted. */
  holds(projectId: string, customerId: string): Promise<string[]> {
    return this.holdsIn(this.db.manager, projectId, customerId);
  }

  /** What stays with his name by law. */
  kept(projectId: string, customerId: string): Promise<string[]> {
    return this.elsewhere.keptOf(this.db.manager, projectId, customerId);
  }

  /**
   * Replaces name, numbers and texts and destroys files, of entries merged into his too; cannot be undone.
   * @throws DELETION_HELD
   */
  async anonymise(actor: Actor, projectId: string, customerId: string, reason: string): Promise<void> {
    const erased = await this.db.transaction(async (tx) => {
      const { number } = await lockCustomer(tx, projectId, customerId);
      const holds = await this.holdsIn(tx, projectId, customerId);
      if (holds.length > 0) throw deletionHeld(holds);
      // name and moment, and his names in the log, which only the database's owner may change (docs/decisions/0007)
      await tx.query("SELECT anonymise_customer($1, $2, $3)", [projectId, customerId, this.clock.now()]);
      await tx.query(
        `UPDATE customer SET sex = NULL, id_type = NULL, id_number_cipher = NULL, id_number_hash = NULL,
                id_number_masked = NULL, birthday = NULL, registered_place = NULL, mobile = NULL, home_phone = NULL, other_phones = '{}',
                emergency_name = NULL, emergency_phone = NULL, address = NULL, remark = NULL, contact_way = NULL, contact_hours = NULL,
                language = NULL, attributes = '{}', incomplete = '{}', no_marketing = true
          WHERE project_id = $1 AND id IN ${idsOf("$1", "$2")}`,
        [projectId, customerId],
      );
      for (const part of [CustomerPhone, CustomerAddress, CustomerContact, InvoiceTitle, TaggedCustomer])
        await tx.delete(part, { projectId, customerId });
      await this.elsewhere.erase(tx, projectId, customerId);
      const owners = await tx.query<{ id: string }[]>(`SELECT id FROM customer WHERE id IN ${idsOf("$1", "$2")}`, [
        projectId,
        customerId,
      ]);
      const ownerIds = owners.map(({ id }) => id);
      const files = await this.archive.erase(tx, { projectId, ownerType: "customer", ownerIds });
      await tx.query("UPDATE customer_merge SET moved = '{}' WHERE project_id = $1 AND survivor_id = $2", [
        projectId,
        customerId,
      ]);
      await this.audit.record(tx, actor, {
        projectId,
        action: "customer.anonymise",
        entity: "customer",
        entityId: customerId,
        summary: `客户 ${number} 的个人信息已匿名化，原因：${reason}`,
      });
      return files;
    });
    await this.archive.discard(projectId, erased);
  }

  private async holdsIn(db: EntityManager, projectId: string, customerId: string): Promise<string[]> {
    const today = await projectToday(db, this.clock, projectId);
    const own = await holdsOf(db, projectId, customerId, today);
    return [...own, ...(await this.elsewhere.of(db, projectId, customerId))];
  }
}

/** Why contract data must be kept, in Chinese. */
async function holdsOf(db: Database, projectId: string, customerId: string, today: string): Promise<string[]> {
  const [row] = await db.query<
    { open: number; prepaid: number; rooms: number; leftOn: string | null; payers: number; developer: boolean }[]
  >(
    `SELECT (SELECT COALESCE(sum(abs(open_fen)), 0)::bigint FROM charge WHERE project_id = $1 AND payer_id IN ${idsOf("$1", "$2")} AND open_fen <> 0) AS open,
            (SELECT COALESCE(sum(balance_fen), 0)::bigint FROM prepayment_account WHERE project_id = $1 AND customer_id IN ${idsOf("$1", "$2")}) AS prepaid,
            (SELECT count(*)::int FROM room_relation WHERE project_id = $1 AND customer_id = $2 AND (ends_on IS NULL OR ends_on >= $3::date)) AS rooms,
            (SELECT max(ends_on) FROM room_relation WHERE project_id = $1 AND customer_id = $2) AS "leftOn",
            (SELECT count(*)::int FROM payer WHERE project_id = $1 AND customer_id = $2 AND (ends_on IS NULL OR ends_on >= $3::date)) AS payers,
            (SELECT developer_id = $2 FROM project WHERE id = $1) IS TRUE AS developer`,
    [projectId, customerId, today],
  );
  if (!row) return [];
  const holds: string[] = [];
  if (row.open > 0) holds.push(`还有未结清的应收 ${formatFen(row.open)} 元`);
  if (row.prepaid > 0) holds.push(`还有预收余额 ${formatFen(row.prepaid)} 元`);
  if (row.rooms > 0) holds.push(`仍有 ${row.rooms} 条有效的客房关系`);
  if (row.payers > 0) holds.push("仍是收费对象");
  if (row.developer) holds.push("是本管理区的建设单位");
  if (row.rooms === 0 && row.leftOn) {
    const until = `${Number(row.leftOn.slice(0, 4)) + RETENTION_YEARS}${row.leftOn.slice(4)}`;
    if (today < until) holds.push(`${row.leftOn} 离开，合同资料须保存 ${RETENTION_YEARS} 年`);
  }
  return holds;
}
