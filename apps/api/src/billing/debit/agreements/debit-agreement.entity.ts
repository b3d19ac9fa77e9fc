import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { Customer } from "../../../customer/customer.entity.js";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { DebitScheme } from "../schemes/debit-scheme.entity.js";

/** That a bank account may be debited (划款协议, BIL-100). Numbers are encrypted; what is shown is masked (LAW-31). */
@Entity("debit_agreement")
@Unique("uq_debit_agreement_no", ["projectId", "schemeId", "agreementNo"])
@Index("ix_debit_agreement_customer", ["projectId", "customerId"])
@Index("ix_debit_agreement_account", ["projectId", "accountHash"])
@Index("ix_debit_agreement_created", ["projectId", "createdAt", "id"])
@Check("ck_debit_agreement_days", "valid_to IS NULL OR valid_to >= valid_from")
@Check("ck_debit_agreement_signed", "status = 'PENDING' OR status = 'ENDED' OR signed_on IS NOT NULL")
@Check("ck_debit_agreement_limit", "limit_fen IS NULL OR limit_fen > 0")
export class DebitAgreement extends BusinessRow {
  @Column("uuid") schemeId: string;
  @BelongsTo(() => DebitScheme, "scheme_id", "fk_debit_agreement_scheme") scheme: Relation<DebitScheme>;
  @Column("text") agreementNo: string;
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_debit_agreement_customer") customer: Relation<Customer>;
  /** DebitAgreementStatus */
  @Column("text") status: string;
  /** Why it was suspended, ended or sent back. */
  @Column("text", { nullable: true }) statusReason: string | null;
  @Column("text") holder: string;
  @Column("text") accountCipher: string;
  @Column("text") accountHash: string;
  @Column("text") accountMasked: string;
  /** DebitAccountKind */
  @Column("text") accountKind: string;
  @Column("text") bankName: string;
  @Column("text", { nullable: true }) bankCode: string | null;
  /** IdType of the account holder's document. */
  @Column("text", { nullable: true }) idType: string | null;
  @Column("text", { nullable: true }) idNumberCipher: string | null;
  @Column("text", { nullable: true }) idNumberMasked: string | null;
  @Column("text", { nullable: true }) mobileCipher: string | null;
  @Column("text", { nullable: true }) mobileMasked: string | null;
  /** Most that may be taken in one debit. */
  @Column("bigint", { nullable: true }) limitFen: number | null;
  @Column("date", { nullable: true }) signedOn: string | null;
  @Column("date") validFrom: string;
  @Column("date", { nullable: true }) validTo: string | null;
  @Column("text", { nullable: true }) remark: string | null;
}
