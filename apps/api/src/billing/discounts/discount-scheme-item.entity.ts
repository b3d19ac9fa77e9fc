import { Column, Entity, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { DiscountScheme } from "./discount-scheme.entity.js";

/** A fee item that a discount scheme is given for. */
@Entity("discount_scheme_item")
@Unique("uq_discount_scheme_item", ["projectId", "schemeId", "feeItemId"])
export class DiscountSchemeItem extends BusinessRow {
  @Column("uuid") schemeId: string;
  @BelongsTo(() => DiscountScheme, "scheme_id", "fk_discount_scheme_item_scheme") scheme: Relation<DiscountScheme>;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_discount_scheme_item_item") feeItem: Relation<FeeItem>;
}
