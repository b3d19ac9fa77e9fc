import { Choice, Int, Period } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { type MeterKind, meterKindLabels } from "../customer/transfers.enums.js";

/** From when on a reading must be confirmed with a reason (BIL-20), in per cent of what was usual. */
export class MeterSettingsDto {
  /** Of the mean use of the last two periods. */
  @Int("高于前两期平均（%）", { min: 100, max: 1000 }) highPercent: number;
  /** Of the use in the same month of the year before. */
  @Int("高于去年同期（%）", { min: 100, max: 1000 }) seasonalPercent: number;
}

export class LossQueryDto extends PageQueryDto {
  @Period("费用月份") period: string;
  @Choice("表类", meterKindLabels, { optional: true }) kind?: MeterKind;
}

/** A master meter against the meters behind it in a month (BIL-25): reported, never billed. */
export class MeterLossDto {
  /** The master meter. */
  id: string;
  no: string;
  kind: MeterKind;
  buildingName: string | null;
  position: string | null;
  /** What the master meter counted; null while it was not read. */
  masterUse: string | null;
  subUse: string;
  subCount: number;
  /** Meters behind it without a reading: as long as there are any the loss is too large. */
  missingCount: number;
  /** master − subs, negative when the subs counted more; null while the master meter was not read. */
  loss: string | null;
  /** Per cent of the master's use, two places; null where that is nought. */
  lossPercent: string | null;
}

export class MeterLossPageDto extends PageDto<MeterLossDto> {
  declare items: MeterLossDto[];
}
