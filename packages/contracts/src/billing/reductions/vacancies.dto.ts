import { Choice, DateOnly, Decimal, Fen, Flag, Id, Ids, Int, Text, When } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import { type VacancyKind, vacancyKindLabels, type VacancyStatus, vacancyStatusLabels } from "./vacancies.enums.js";

export class VacancyPath extends ProjectPath {
  @Id("空置减免编号") vacancyId: string;
}

/**
 * Asks for a reduction because a room stands vacant (空置减免, BIL-41). An inspection follows, then a second person
 * decides; until then nothing changes.
 */
export class RequestVacancyDto {
  /** Chosen by the client when its form opens, so that a retry asks once. */
  @Id("空置减免编号") id: string;
  @Id("房间") roomId: string;
  /** The regular items that are reduced. */
  @Ids("收费项目", { max: 20 }) feeItemIds: string[];
  @Choice("减免方式", vacancyKindLabels) kind: VacancyKind;
  /** For PERCENT: the share that is taken off, "30" for 30 %. */
  @When(({ kind }: RequestVacancyDto) => kind === "PERCENT")
  @Decimal("减免比例", { places: 2, positive: true, max: "100" })
  percent?: string | null;
  /** For AMOUNT: fen taken off each item a month, by days in a broken month. */
  @When(({ kind }: RequestVacancyDto) => kind === "AMOUNT")
  @Fen("每月减免金额", { min: 1 })
  amountFen?: number | null;
  /** For MONTHS: so many months from the first day are free; the last day follows from it. */
  @When(({ kind }: RequestVacancyDto) => kind === "MONTHS")
  @Int("免收月数", { min: 1, max: 120 })
  months?: number | null;
  @DateOnly("空置开始日") startsOn: string;
  /** Last day; open-ended when left out. */
  @DateOnly("空置结束日", { optional: true }) endsOn?: string | null;
  @Text("情况说明", { min: 2, max: 200 }) reason: string;
  /** Who bears it (BIL-43): he owes what is taken off, as charges of his own. */
  @Id("承担方", { optional: true }) bearerId?: string | null;
}

/** What an inspection of the room found. Vacant, it goes on to be decided; otherwise the request ends here. */
export class InspectVacancyDto {
  @DateOnly("查验日期") inspectedOn: string;
  @Text("查验人", { max: 50 }) inspector: string;
  @Flag("确属空置") vacant: boolean;
  @Text("查验情况", { min: 2, max: 200 }) finding: string;
}

/** Ends a reduction early. Months billed beyond that day get entries that take their reduction back. */
export class EndVacancyDto {
  /** Last day of the reduction. */
  @DateOnly("终止日") endsOn: string;
  @Text("终止原因", { min: 2, max: 200 }) reason: string;
}

export class VacancyQueryDto extends CursorQueryDto {
  /** Part of the number, the room's code. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("状态", vacancyStatusLabels, { optional: true }) status?: VacancyStatus;
  @Id("房间", { optional: true }) roomId?: string;
  /** Holding on this day. */
  @DateOnly("生效于", { optional: true }) on?: string;
}

/** A vacancy reduction; amounts in fen. */
export class VacancyDto {
  id: string;
  vacancyNo: string;
  status: VacancyStatus;
  roomId: string;
  roomCode: string;
  feeItemNames: string[];
  kind: VacancyKind;
  /** Per cent as text, "30"; 100 for free months. */
  percent: string | null;
  /** Fen a month. */
  amountFen: number | null;
  months: number | null;
  startsOn: string;
  endsOn: string | null;
  reason: string;
  bearerId: string | null;
  bearerName: string | null;
  requestedByName: string;
  createdAt: string;
  inspectedOn: string | null;
  inspector: string | null;
  finding: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  note: string | null;
  endReason: string | null;
  /** What it has taken off so far. */
  reducedFen: number;
}

export class VacancyPageDto extends CursorPageDto<VacancyDto> {
  declare items: VacancyDto[];
  /** What all that the filter finds has taken off so far, in fen. */
  reducedFen: number;
}

/** What a reduction did to a charge; a negative amount takes it back. */
export class VacancyLineDto {
  chargeId: string;
  feeItemName: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  chargedFen: number;
  amountFen: number;
  /** Day it was booked. */
  bookedOn: string;
  /** What was charged to whoever bears it. */
  borneFen: number;
}

export class VacancyDetailDto extends VacancyDto {
  approvalId: string | null;
  lines: VacancyLineDto[];
}
