import { formatFen } from "../common/money.js";
import { RuleViolation } from "../common/rule-violation.js";

const ROOMS_NAMED = 5;

/** The first rooms of a list and how many there are: 101、102、103 等 12 间. */
export const roomsInWords = (codes: readonly string[]) =>
  codes.length > ROOMS_NAMED ? `${codes.slice(0, ROOMS_NAMED).join("、")} 等 ${codes.length} 间` : codes.join("、");

/** The same for rooms and other things. */
export const placesInWords = (names: readonly string[]) =>
  names.length > ROOMS_NAMED ? `${names.slice(0, ROOMS_NAMED).join("、")} 等 ${names.length} 个` : names.join("、");

export const feeItemInUse = (name: string) =>
  new RuleViolation("FEE_ITEM_IN_USE", `收费项目“${name}”已被收费标准、应收或收费对象使用，不能删除；可以停用`);

export const feeItemKindFixed = (name: string) =>
  new RuleViolation(
    "FEE_ITEM_IN_USE",
    `收费项目“${name}”已有收费标准或已经出过账，不能再改变种类或收入类别；可以停用后另建`,
  );

export const feeItemRemitted = (name: string) =>
  new RuleViolation("FEE_ITEM_IN_USE", `收费项目“${name}”已登记过解缴，不能取消代收代付；可以停用后另建`);

export const feeItemInactive = (name: string) =>
  new RuleViolation("FEE_ITEM_INACTIVE", `收费项目“${name}”已停用，请先启用`);

/** LAW-09: who collects for others adds nothing. */
export const noSurchargeForOthers = (name: string) =>
  new RuleViolation("SURCHARGE_FORBIDDEN", `“${name}”是代收代付项目，收费标准不能加收附加费`);

export const surchargesExist = (name: string, rates: string[]) =>
  new RuleViolation("SURCHARGE_FORBIDDEN", `“${name}”的收费标准（${rates.join("、")}）含有附加费，不能改为代收代付`);

export const notForRates = (name: string, kind: string) =>
  new RuleViolation("FEE_ITEM_KIND", `“${name}”是${kind}项目，不能设收费标准`);

/** 走表 items take a rate by meter, all others any rate but that. */
export const baseNotForKind = (name: string, isMetered: boolean) =>
  new RuleViolation(
    "FEE_ITEM_KIND",
    isMetered ? `“${name}”是走表项目，计费方式只能是按表计量` : `“${name}”不是走表项目，不能按表计量`,
  );

export const rateHasTiers = (name: string) =>
  new RuleViolation("RATE_IN_USE", `收费标准“${name}”的价格有阶梯，计费方式只能是按表计量`);

export const rateInUse = (name: string) =>
  new RuleViolation("RATE_IN_USE", `收费标准“${name}”已经出过账，计费规则不能修改；请结束这个标准，另建新的标准再绑定`);

export const rateBound = (name: string) =>
  new RuleViolation("RATE_IN_USE", `收费标准“${name}”已有房间绑定或已出账，不能删除；可以停用或结束`);

export const rateInactive = (name: string) => new RuleViolation("RATE_INACTIVE", `收费标准“${name}”已停用，不能再绑定`);

export const versionBilled = (billedTo: string) =>
  new RuleViolation("VERSION_BILLED", `这个价格已经出账到 ${billedTo}，不能修改；请从次日或更晚开始新增一个价格`);

export const versionStartsInBilledTime = (billedTo: string) =>
  new RuleViolation(
    "VERSION_BILLED",
    `原价格已经出账到 ${billedTo}，新价格请从次日或更晚开始；要从更早的日期起生效，请确认“从已出账的日期起生效”，已出的账单不变，未缴的再用“应收重算”重算`,
  );

export const versionTooEarly = (latest: string) =>
  new RuleViolation("VERSION_TOO_EARLY", `新价格必须晚于现有最后一个价格的开始日期 ${latest}`);

export const onlyLastVersionGoes = () =>
  new RuleViolation("VERSION_NOT_LAST", "只能删除最后一个价格，而且标准至少要保留一个价格");

export const rateEndsInBilledTime = (billedTo: string) =>
  new RuleViolation("RATE_BILLED", `这个标准已经出账到 ${billedTo}，结束日期不能早于这一天；要提前请先红冲相应批次`);

export const bindingsOverlap = (conflicts: { placeName: string; rateName: string }[]) =>
  new RuleViolation(
    "BINDING_OVERLAP",
    `${placesInWords(conflicts.map(({ placeName }) => placeName))}在这段时间已绑定同一收费项目的标准（如“${conflicts[0]?.rateName}”）；请先结束原绑定，或选择跳过这些`,
    undefined,
    {
      count: conflicts.length,
      rooms: conflicts.slice(0, 100).map(({ placeName: roomCode, rateName }) => ({ roomCode, rateName })),
    },
  );

/** Things that no rate can be bound to, each with the reason. */
export const objectsNotBindable = (objects: { label: string; problem: string }[]) =>
  new RuleViolation(
    "OBJECT_NOT_BINDABLE",
    `${objects
      .slice(0, 3)
      .map(({ label, problem }) => `${label}：${problem}`)
      .join("；")}${objects.length > 3 ? ` 等 ${objects.length} 个` : ""}`,
    undefined,
    { count: objects.length },
  );

/** A contract's days that would leave out days a rate is bound for. */
export const contractBound = (rateName: string, startsOn: string, endsOn: string | null) =>
  new RuleViolation(
    "CONTRACT_BOUND",
    `合同绑定了收费标准“${rateName}”（${startsOn} 至 ${endsOn ?? "长期"}），合同期不能比它短；请先结束这个绑定`,
  );

export const noObjectsSelected = () => new RuleViolation("NO_OBJECTS", "没有选中任何计费对象");

export const bindingBilled = (billedTo: string) =>
  new RuleViolation(
    "BINDING_BILLED",
    `这个绑定已经出账到 ${billedTo}，结束日期不能早于这一天；要提前请先红冲相应的应收`,
  );

/** A metered service was read, and billed, beyond the day it is to end. */
export const readTo = (billedTo: string) =>
  new RuleViolation(
    "BINDING_BILLED",
    `走表收费已按 ${billedTo} 的读数出账，结束日期不能早于这一天；要按更早一天的止码结算，请先在仪表里更正或删除这次读数`,
  );

export const meterNotRead = (endsOn: string, meters: readonly string[]) =>
  new RuleViolation(
    "METER_NOT_READ",
    `走表收费按止码结算：表 ${meters.join("、")} 没有 ${endsOn} 的读数，请先在房间的“仪表”里登记这一天的止码，再结束绑定`,
  );

export const bindingNotRemovable = (billedTo: string) =>
  new RuleViolation("BINDING_BILLED", `这个绑定已经出账到 ${billedTo}，不能删除；可以从次日起结束`);

export const noRoomsSelected = () => new RuleViolation("NO_ROOMS", "没有选中任何在用的房间");

export const overrideNotAllowed = () =>
  new RuleViolation("OVERRIDE_FORBIDDEN", "单独约定单价或数量需要“收费项目与标准维护”的权限", 403);

export const runNotInState = (wanted: string, status: string) =>
  new RuleViolation("RUN_STATE", `只有“${wanted}”的批次才能这样办理，这个批次是“${status}”`);

export const runWithoutPayer = (count: number) =>
  new RuleViolation(
    "RUN_WITHOUT_PAYER",
    `有 ${count} 行没有收费对象或缺交房日期、开发商；请先补上后重新试算，或确认跳过这些行再发布`,
    undefined,
    { count },
  );

export const runEmpty = () => new RuleViolation("RUN_EMPTY", "这个批次没有可以发布的应收");

export const runStale = () =>
  new RuleViolation(
    "RUN_STALE",
    "试算之后，标准、绑定、面积、收费对象或已出账的应收有变化，试算结果已经过时；请重新试算后再发布",
  );

export const runTouched = (count: number, amountFen: number, rooms: string[]) =>
  new RuleViolation(
    "RUN_TOUCHED",
    `这个批次有 ${count} 笔应收已收款、冲抵或调整（共 ${formatFen(amountFen)} 元），涉及 ${roomsInWords(rooms)}；请先红冲相应的收据，再红冲批次`,
    undefined,
    { count, amountFen, rooms: rooms.slice(0, 100) },
  );

export const chargeNothingOpen = () =>
  new RuleViolation("CHARGE_NOT_OPEN", "这笔应收没有未收的金额，不能红冲；已收的部分请先红冲收据");

export const beforeChargeStart = (early: string) =>
  new RuleViolation("BEFORE_CHARGE_START", `${early}；确需收费的，请填写起算前收费的原因`);

export const notOneOff = (name: string) =>
  new RuleViolation("FEE_ITEM_KIND", `“${name}”不是临时收费或出入证项目，不能手工登记；常规费用请用应收批次`);

export const noPayerFound = () => new RuleViolation("NO_PAYER", "这个房间在服务开始日没有收费对象，请选择收费对象");

export const noPayerAfterCut = (feeItemName: string, day: string) =>
  new RuleViolation("NO_PAYER", `“${feeItemName}”自 ${day} 起没有收费对象，不能分割应收；请先指定收费对象`);

export const sameIdOtherCharge = () =>
  new RuleViolation("ID_REUSED", "这个编号已用于另一笔内容不同的应收，请刷新页面后重新登记");
