import { Decimal, Fen, Id, Parts } from "../../common/fields.js";

/** Up to which amount and share a role may approve reductions (BIL-42); what is left out has no limit. */
export class WaiverLimitInputDto {
  @Id("角色") roleId: string;
  /** Sum of one request, in fen. */
  @Fen("减免金额上限", { optional: true }) amountFen?: number | null;
  /** Share of what was charged, "30" for 30 %. */
  @Decimal("减免比例上限", { optional: true, places: 2, max: "100" }) percent?: string | null;
}

/** Replaces the approval limits of a project. A role that is left out keeps its default: 10 000 yuan for a region. */
export class SaveWaiverLimitsDto {
  @Parts("审批限额", () => WaiverLimitInputDto, { max: 50 }) limits: WaiverLimitInputDto[];
}

/** The approval limit of a role. */
export class WaiverLimitDto {
  roleId: string;
  roleName: string;
  /** In fen; null has no limit. */
  amountFen: number | null;
  /** Per cent as text; null has no limit. */
  percent: string | null;
}

/** Every role that may approve reductions, with its limits. */
export class WaiverLimitsDto {
  items: WaiverLimitDto[];
}
