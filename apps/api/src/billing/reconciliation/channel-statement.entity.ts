import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** What a channel's statement says of one day, and why it differs from the books (BIL-75). */
@Entity("channel_statement")
@Unique("uq_channel_statement", ["projectId", "day", "channel"])
export class ChannelStatement extends ProjectRow {
  @Column("date") day: string;
  /** Channel */
  @Column("text") channel: string;
  /** Null while only an explanation was written. */
  @Column("bigint", { nullable: true }) amountFen: number | null;
  @Column("uuid", { nullable: true }) enteredBy: string | null;
  @Column("text", { nullable: true }) enteredByName: string | null;
  @Column("text", { nullable: true }) reason: string | null;
  /** The difference that was explained: another one is open again. */
  @Column("bigint", { nullable: true }) explainedFen: number | null;
}
