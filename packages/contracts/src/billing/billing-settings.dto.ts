import { Fen } from "../common/fields.js";

/** Settings of a project's charging. */
export class BillingSettingsDto {
  /** A waiver above this sum is decided by somebody with the right for large waivers (BIL-42), in fen. */
  @Fen("减免审批限额") waiverLimitFen: number;
}
