import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Building } from "../../property/building.entity.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { Opening } from "./opening.entity.js";

/** A figure of the old list that the imported rows must come to (期初核对): of a fee item, a building, both, or all. */
@Entity("opening_total")
@Index("ix_opening_total_opening", ["projectId", "openingId"])
@Check("ck_opening_total_expected", "expected_fen >= 0")
export class OpeningTotal extends BusinessRow {
  @Column("uuid") openingId: string;
  @BelongsTo(() => Opening, "opening_id", "fk_opening_total_opening") opening: Relation<Opening>;
  /** OpeningTotalKind */
  @Column("text") kind: string;
  @Column("uuid", { nullable: true }) feeItemId: string | null;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_opening_total_fee_item") feeItem: Relation<FeeItem> | null;
  @Column("uuid", { nullable: true }) buildingId: string | null;
  @BelongsTo(() => Building, "building_id", "fk_opening_total_building") building: Relation<Building> | null;
  /** OpeningTotalSource */
  @Column("text") source: string;
  @Column("bigint") expectedFen: number;
}
