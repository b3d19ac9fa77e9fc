import {
  Choice,
  Code,
  Decimal,
  Fen,
  Flag,
  Id,
  Int,
  Part,
  Parts,
  Period,
  QueryFlag,
  Text,
  Texts,
} from "../../common/fields.js";
import { PageDto, PageQueryDto } from "../../common/page.dto.js";
import { type MeterKind, meterKindLabels } from "../../customer/transfers.enums.js";
import { ProjectPath } from "../../property/property.dto.js";
import { type AreaKind, areaKindLabels, type DueRule, dueRuleLabels } from "../billing.enums.js";
import { RoomSelectionDto } from "../bindings.dto.js";
import {
  type ShareMethod,
  shareMethodLabels,
  type ShareSource,
  shareSourceLabels,
  type ShareStatus,
  type ShareVacancy,
  shareVacancyLabels,
} from "./shares.enums.js";

export class SharePoolPath extends ProjectPath {
  @Id("分摊项目编号") poolId: string;
}

export class ShareMonthPath extends SharePoolPath {
  @Period("月份") period: string;
}

export class SharePoolQueryDto extends PageQueryDto {
  /** Part of the name or purpose. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @QueryFlag("启用") active?: boolean;
  /** The month whose state is told, YYYY-MM; the current month when left out. */
  @Period("月份", { optional: true }) period?: string;
}

/** The share agreed for one room, in per cent of the whole. */
export class ShareRatioDto {
  @Code("房号") roomCode: string;
  /** All ratios of a pool add up to 100. */
  @Decimal("比例", { places: 6, max: "100" }) percent: string;
}

/** The use of one room in the month. */
export class RoomUseDto {
  @Code("房号") roomCode: string;
  /** In the unit of the pool, e.g. kWh. */
  @Decimal("用量", { places: 4, max: "1000000000" }) use: string;
}

/** A public cost that rooms share (分摊项目, BIL-24), created or changed as a whole. Confirmed months keep what they were computed by. */
export class SaveSharePoolDto {
  /** Unique in the project. */
  @Text("分摊项目名称", { max: 50 }) name: string;
  /** A fee item of the kind 分摊; fixed once a month was confirmed. */
  @Id("收费项目") feeItemId: string;
  /** What the cost is for, published with the list (LAW-24), e.g. 1 栋电梯和楼道照明用电. */
  @Text("公摊用途", { max: 200 }) purpose: string;
  @Choice("分摊方式", shareMethodLabels) method: ShareMethod;
  /** Read for 按面积 only. */
  @Choice("面积", areaKindLabels) areaKind: AreaKind;
  @Choice("金额来源", shareSourceLabels) source: ShareSource;
  /**
   * The public meter the amount is read from: its use of the month for 公共用量 × 单价; for 损耗 the master meter, against the
   * meters behind it. Uses are typed when left out.
   */
  @Id("公共表", { optional: true }) meterId?: string | null;
  /** For 按用量: rooms share by what their meters of this kind read for the month; their uses are typed when left out. */
  @Choice("用量取自", meterKindLabels, { optional: true }) useMeterKind?: MeterKind | null;
  /** Unit of the use, e.g. kWh. */
  @Text("用量单位", { optional: true, max: 20 }) unit?: string | null;
  /** Rooms named that were split or merged later mean what they have become. */
  @Part("房间范围", () => RoomSelectionDto) rooms: RoomSelectionDto;
  /** Codes of rooms of the scope that take no part. */
  @Texts("不参与的房号", { optional: true, max: 32, maxItems: 2000 }) excludedRoomCodes?: string[] | null;
  @Choice("空置房", shareVacancyLabels) vacancy: ShareVacancy;
  /** For 按约定比例: these rooms, and no others, share. */
  @Parts("约定比例", () => ShareRatioDto, { optional: true, max: 5000 }) ratios?: ShareRatioDto[] | null;
  @Choice("应缴日规则", dueRuleLabels) dueRule: DueRule;
  /** The day (1–31) or the number of days of the due rule. */
  @Int("应缴日", { max: 366 }) dueDays: number;
  /** Agreement or local rule; required for losses, which owners bear only where it says so (BIL-25). */
  @Text("约定依据", { optional: true, max: 200 }) legalBasis?: string | null;
  /** First month it is computed for, YYYY-MM. */
  @Period("起始月份") startsPeriod: string;
  /** A pool that is not active is no longer computed. */
  @Flag("启用") active: boolean;
}

/** A room as the pool names it. */
export class ShareRoomDto {
  roomId: string;
  roomCode: string;
}

export class ShareRoomRatioDto extends ShareRoomDto {
  percent: string;
}

/** A pool (分摊项目) and where the month asked for stands. */
export class SharePoolDto {
  id: string;
  name: string;
  feeItemId: string;
  feeItemName: string;
  purpose: string;
  method: ShareMethod;
  areaKind: AreaKind;
  source: ShareSource;
  /** The public meter the amount is read from; null when uses are typed. */
  meterId: string | null;
  meterNo: string | null;
  /** The kind of meter whose readings rooms share by; null when their uses are typed. */
  useMeterKind: MeterKind | null;
  unit: string | null;
  rooms: RoomSelectionDto;
  excluded: ShareRoomDto[];
  vacancy: ShareVacancy;
  ratios: ShareRoomRatioDto[];
  dueRule: DueRule;
  dueDays: number;
  legalBasis: string | null;
  startsPeriod: string;
  active: boolean;
  /** The month that `status` and `amountFen` are about. */
  period: string;
  status: ShareStatus;
  amountFen: number | null;
  /** Whether a month was confirmed: then it can only be deactivated. */
  inUse: boolean;
}

export class SharePoolPageDto extends PageDto<SharePoolDto> {
  declare items: SharePoolDto[];
}

/**
 * The amount of a month, as the source of the pool asks for it. What the source does not need must be left out; uses too, of a
 * pool with a public meter: they are the readings of the month.
 */
export class EnterShareDto {
  /** For 直接填写金额. */
  @Fen("金额", { optional: true, min: 1 }) amountFen?: number | null;
  /** For 公共用量 × 单价. */
  @Decimal("公共用量", { optional: true, places: 4, max: "1000000000" }) use?: string | null;
  /** For 损耗: the use of the master meter. */
  @Decimal("总表用量", { optional: true, places: 4, max: "1000000000" }) masterUse?: string | null;
  /** For 损耗: the sum of the sub-meters. */
  @Decimal("分表用量合计", { optional: true, places: 4, max: "1000000000" }) subUse?: string | null;
  /** Yuan per unit of use. */
  @Decimal("单价", { optional: true, places: 6, max: "1000000" }) unitPrice?: string | null;
  /** For 按用量: what each room used; left out where the pool reads the meters of the rooms. */
  @Parts("各房间用量", () => RoomUseDto, { optional: true, max: 5000 }) roomUses?: RoomUseDto[] | null;
  /** Published with the list. */
  @Text("说明", { optional: true, max: 500, multiline: true }) remark?: string | null;
}

/** Confirms what the preview showed. */
export class ConfirmShareDto {
  /** `fingerprint` of the preview: rooms, areas or amount that changed since then refuse. */
  @Text("预览标识", { max: 64 }) fingerprint: string;
}

export class WithdrawShareDto {
  @Text("撤销原因", { min: 2, max: 200 }) reason: string;
}

/** A month of a pool: what was entered, what it comes to and what stands in the way. */
export class ShareDto {
  poolId: string;
  poolName: string;
  feeItemId: string;
  feeItemName: string;
  purpose: string;
  legalBasis: string | null;
  period: string;
  status: ShareStatus;
  method: ShareMethod;
  areaKind: AreaKind;
  source: ShareSource;
  /** The public meter the uses are read from; null when they are typed. */
  meterNo: string | null;
  /** The kind of meter whose readings rooms share by; null when their uses are typed. */
  useMeterKind: MeterKind | null;
  unit: string | null;
  use: string | null;
  masterUse: string | null;
  subUse: string | null;
  unitPrice: string | null;
  roomUses: RoomUseDto[];
  remark: string | null;
  /** What is shared, in fen; null while nothing was entered. */
  amountFen: number | null;
  /** Master less subs; negative is published and not billed (BIL-25). */
  lossUse: string | null;
  /** Sum of what the rooms share by: m², households, people, use or per cent. */
  base: string;
  memberCount: number;
  /** Shares that are billed to nobody (空置房由物业承担). */
  borneFen: number;
  /** Why it cannot be confirmed, in Chinese. */
  problems: string[];
  /** What deserves a word, in Chinese. */
  warnings: string[];
  fingerprint: string | null;
  enteredByName: string | null;
  confirmedByName: string | null;
  confirmedAt: string | null;
  /** Rooms billed by a charge run: while there are some, the month stays as it is. */
  billedCount: number;
}

/** What a room bears. */
export class ShareLineDto {
  roomId: string;
  roomCode: string;
  roomName: string;
  /** What the room shares by. */
  weight: string;
  /** The exact share in yuan to four places, an ellipsis where more follow. */
  raw: string;
  amountFen: number;
  /** The fen it got of the remainder: 0 or 1. */
  remainderFen: number;
  /** Not billed: the property company bears it. */
  borne: boolean;
}

export class ShareLinePageDto extends PageDto<ShareLineDto> {
  declare items: ShareLineDto[];
}
