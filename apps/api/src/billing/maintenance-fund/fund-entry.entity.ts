import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../../property/room.entity.js";
import { FundDocument } from "./fund-document.entity.js";

/** What a document does to the account of a room (BIL-130), in fen. Append-only. */
@Entity("fund_entry")
@Index("ix_fund_entry_room", ["projectId", "roomId", "bookedOn", "id"])
@Index("ix_fund_entry_document", ["projectId", "documentId"])
@Check("ck_fund_entry_amount", "amount_fen <> 0 OR self_paid_fen <> 0")
export class FundEntry extends BusinessRow {
  @Column("uuid") documentId: string;
  @BelongsTo(() => FundDocument, "document_id", "fk_fund_entry_document") document: Relation<FundDocument>;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_fund_entry_room") room: Relation<Room>;
  /** FundEntryKind */
  @Column("text") kind: string;
  @Column("date") bookedOn: string;
  /** What it adds to the balance; negative for a use. */
  @Column("bigint") amountFen: number;
  /** Of a use: the area in m² by which it was shared. */
  @Column("numeric", { precision: 12, scale: 4, nullable: true }) area: string | null;
  /** Of a use: the part of the share the owner pays himself. */
  @Column("bigint", { default: 0 }) selfPaidFen: number;
}
