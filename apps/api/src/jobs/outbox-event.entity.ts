import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** An event written in the transaction of the change it tells of; delivered to the queue afterwards. Business table. */
@Entity("outbox_event")
@Index("ix_outbox_event_pending", ["id"], { where: "delivered_at IS NULL" })
export class OutboxEvent {
  @PrimaryColumn("uuid") projectId: string;
  /** Ordered by time. */
  @PrimaryColumn("uuid") id: string;
  /** e.g. job.created */
  @Column("text") type: string;
  @Column("jsonb") payload: Record<string, unknown>;
  @Column("timestamptz") createdAt: Date;
  @Column("timestamptz", { nullable: true }) deliveredAt: Date | null;
}
