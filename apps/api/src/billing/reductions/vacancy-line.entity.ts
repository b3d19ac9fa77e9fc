import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "../charges/charge.entity.js";
import { Vacancy } from "./vacancy.entity.js";

/** What a vacancy took off a charge; a negative amount takes it back. Its entry stands in the charge's ledger. Append-only. */
@Entity("vacancy_line")
@Index("ix_vacancy_line_vacancy", ["projectId", "vacancyId"])
@Index("ix_vacancy_line_charge", ["projectId", "chargeId"])
@Check("ck_vacancy_line_amount", "amount_fen <> 0")
export class VacancyLine extends BusinessRow {
  @Column("uuid") vacancyId: string;
  @BelongsTo(() => Vacancy, "vacancy_id", "fk_vacancy_line_vacancy") vacancy: Relation<Vacancy>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_vacancy_line_charge") charge: Relation<Charge>;
  @Column("bigint") amountFen: number;
  @Column("date") bookedOn: string;
  /** What was charged to whoever bears it, the same amount (BIL-43). */
  @Column("uuid", { nullable: true }) borneChargeId: string | null;
  @BelongsTo(() => Charge, "borne_charge_id", "fk_vacancy_line_borne") borneCharge: Relation<Charge> | null;
}
