import { Column, PrimaryColumn } from "typeorm";

/** What every business row has: the project it belongs to and a version 7 uuid made in code. */
export abstract class BusinessRow {
  @PrimaryColumn("uuid") projectId: string;
  @PrimaryColumn("uuid") id: string;
  @Column("timestamptz") createdAt: Date;
}
