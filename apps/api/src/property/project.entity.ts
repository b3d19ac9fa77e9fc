import { Check, Column, Entity, PrimaryColumn } from "typeorm";

/** A management area (管理区): the unit of work, of permission and of distribution (PRP-01). */
@Entity("project")
@Check("ck_project_level_names", "cardinality(level_names) = 4")
@Check("ck_project_first_period", "first_period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'")
export class Project {
  @PrimaryColumn("uuid") id: string;
  /** Full name of the project's property organisation (物业管理机构全称), unique through project_name. */
  @Column("text") name: string;
  @Column("text") shortName: string;
  @Column("text", { nullable: true }) address: string | null;
  @Column("text", { nullable: true }) telephone: string | null;
  /** IANA name, decides what "today" is. */
  @Column("text") timeZone: string;
  /** Switched-on modules. */
  @Column("text", { array: true }) modules: string[];
  /** Names of the four levels from project to room (PRP-03). */
  @Column("text", { array: true }) levelNames: string[];
  /** The first month this project bills and posts in, YYYY-MM. */
  @Column("text") firstPeriod: string;
  /** Planned collective move-in; property data is due one month before (PRP-07). */
  @Column("date", { nullable: true }) moveInOn: string | null;
  /** The developer pays for rooms without an owner when set (LAW-02); a customer of this project. */
  @Column("uuid", { nullable: true }) developerId: string | null;
  /** Payment instructions and notes printed on notices. */
  @Column("text", { nullable: true }) noticeNote: string | null;
  /** A rehearsed line counts as changed beyond this many per cent. */
  @Column("int") differencePercent: number;
  /** Exports over so many rows need a second person's approval (LAW-34). */
  @Column("int", { default: 1000 }) exportApprovalRows: number;
  /** Mandatory customer fields this project does not collect (GAP-16): NotCollected[]. */
  @Column("text", { array: true, default: () => "'{}'" }) notCollected: string[];
  @Column("boolean") active: boolean;
  @Column("timestamptz") createdAt: Date;
}
