import { Check, Column, Entity, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";

/** The account of a room in the maintenance fund (专项维修资金分户账, BIL-130); sums in fen, kept equal to its entries. */
@Entity("fund_account")
@Unique("uq_fund_account_room", ["projectId", "roomId"])
@Check("ck_fund_account_balance", "balance_fen = first_deposit_fen + top_up_fen + interest_fen + moved_fen - used_fen")
@Check("ck_fund_account_sign", "balance_fen >= 0")
export class FundAccount extends BusinessRow {
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_fund_account_room") room: Relation<Room>;
  @Column("bigint") firstDepositFen: number;
  @Column("bigint") topUpFen: number;
  @Column("bigint") interestFen: number;
  /** To or from other accounts, or back to an owner; may be negative. */
  @Column("bigint") movedFen: number;
  @Column("bigint") usedFen: number;
  @Column("bigint") balanceFen: number;
}
