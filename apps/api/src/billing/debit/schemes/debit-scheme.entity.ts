import type { DebitFileFormatDto, DebitReasonCodeDto } from "@linli/contracts";
import { Check, Column, Entity, Unique } from "typeorm";
import { BusinessRow } from "../../../database/business-row.js";

/** A bank debit scheme (银行划款方案): how files are written and read, and the rules of the bank (3.12). */
@Entity("debit_scheme")
@Unique("uq_debit_scheme_name", ["projectId", "name"])
@Check("ck_debit_scheme_amounts", "minimum_fen > 0 AND (maximum_fen IS NULL OR maximum_fen >= minimum_fen)")
export class DebitScheme extends BusinessRow {
  @Column("text") name: string;
  @Column("text") bankName: string;
  /** DebitMerge */
  @Column("text") merge: string;
  /** Whether the bank may take a part when the account is short. */
  @Column("boolean") allowPartial: boolean;
  @Column("bigint") minimumFen: number;
  @Column("bigint", { nullable: true }) maximumFen: number | null;
  @Column("jsonb") request: DebitFileFormatDto;
  @Column("jsonb") result: DebitFileFormatDto;
  @Column("text", { array: true }) successCodes: string[];
  @Column("text", { array: true }) partialCodes: string[];
  @Column("text", { array: true }) openCodes: string[];
  @Column("jsonb") reasons: DebitReasonCodeDto[];
  /** Days of the month on which the bank debits, printed on notices (扣款日, BIL-114). */
  @Column("int", { array: true, default: () => "'{}'" }) debitDays: number[];
  @Column("boolean") active: boolean;
}
