import { Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { LateFeeScheme } from "./late-fee-scheme.entity.js";

/** A fee item whose overdue charges bear late fees: in one scheme at most. */
@Entity("late_fee_item")
@Unique("uq_late_fee_item", ["projectId", "feeItemId"])
@Index("ix_late_fee_item_scheme", ["projectId", "schemeId"])
export class LateFeeItem extends BusinessRow {
  @Column("uuid") schemeId: string;
  @BelongsTo(() => LateFeeScheme, "scheme_id", "fk_late_fee_item_scheme") scheme: Relation<LateFeeScheme>;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_late_fee_item_fee_item") feeItem: Relation<FeeItem>;
}
