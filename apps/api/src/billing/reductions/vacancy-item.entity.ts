import { Column, Entity, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { Vacancy } from "./vacancy.entity.js";

/** A fee item that a vacancy reduces. Append-only. */
@Entity("vacancy_item")
@Unique("uq_vacancy_item", ["projectId", "vacancyId", "feeItemId"])
export class VacancyItem extends BusinessRow {
  @Column("uuid") vacancyId: string;
  @BelongsTo(() => Vacancy, "vacancy_id", "fk_vacancy_item_vacancy") vacancy: Relation<Vacancy>;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_vacancy_item_fee_item") feeItem: Relation<FeeItem>;
}
