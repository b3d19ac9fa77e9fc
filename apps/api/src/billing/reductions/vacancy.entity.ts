import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { Customer } from "../../customer/customer.entity.js";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";

/**
 * A reduction because a room stands vacant (空置减免, BIL-41): asked for, inspected, decided. While it holds, runs take it
 * off by entries beside the charges.
 */
@Entity("vacancy")
@Unique("uq_vacancy_no", ["projectId", "vacancyNo"])
@Index("ix_vacancy_room", ["projectId", "roomId", "startsOn"])
@Index("ix_vacancy_created", ["projectId", "createdAt", "id"])
@Check("ck_vacancy_days", "ends_on IS NULL OR ends_on >= starts_on")
@Check("ck_vacancy_value", "(kind = 'AMOUNT') = (amount_fen IS NOT NULL) AND (kind = 'AMOUNT') = (percent IS NULL)")
export class Vacancy extends BusinessRow {
  /** From the project's gapless series. */
  @Column("text") vacancyNo: string;
  /** VacancyStatus */
  @Column("text") status: string;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_vacancy_room") room: Relation<Room>;
  /** VacancyKind */
  @Column("text") kind: string;
  /** Share taken off, 100 for free months. */
  @Column("numeric", { precision: 5, scale: 2, nullable: true }) percent: string | null;
  /** Taken off each item a month. */
  @Column("bigint", { nullable: true }) amountFen: number | null;
  @Column("integer", { nullable: true }) months: number | null;
  @Column("date") startsOn: string;
  @Column("date", { nullable: true }) endsOn: string | null;
  @Column("text") reason: string;
  /** Who bears it and owes what is taken off (BIL-43). */
  @Column("uuid", { nullable: true }) bearerId: string | null;
  @BelongsTo(() => Customer, "bearer_id", "fk_vacancy_bearer") bearer: Relation<Customer> | null;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  @Column("date", { nullable: true }) inspectedOn: string | null;
  @Column("text", { nullable: true }) inspector: string | null;
  @Column("text", { nullable: true }) finding: string | null;
  @Column("uuid", { nullable: true }) approvalId: string | null;
  @Column("text", { nullable: true }) endReason: string | null;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
