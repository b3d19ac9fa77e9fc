import { InvalidInput, RuleViolation } from "../common/rule-violation.js";

export const projectInUse = (what: string) => new RuleViolation("FIRST_PERIOD_IN_USE", `${what}，首个账期不能再改`);

export const modulesLocked = (names: string[]) =>
  new InvalidInput({ modules: [`${names.join("、")}是必备模块，不能关闭`] });

export const unknownDeveloper = () => new InvalidInput({ developerId: ["开发商不是本管理区的客户"] });

export const developerNoCompany = () => new InvalidInput({ developerId: ["开发商须是单位客户，不能是个人"] });

export const unknownUnit = () => new InvalidInput({ unitId: ["所属单元不存在"] });

export const unknownBuilding = () => new InvalidInput({ buildingId: ["所属楼栋不存在"] });

export const wrongPrefix = (sentence: string) => new InvalidInput({ code: [sentence] });

export const buildingNotEmpty = (name: string, units: number) =>
  new RuleViolation("REFERENCE", `${name}下还有 ${units} 个单元，不能删除`, undefined, { units });

export const unitNotEmpty = (name: string, rooms: number) =>
  new RuleViolation("REFERENCE", `${name}下还有 ${rooms} 个房间，不能删除`, undefined, { rooms });

export const prefixInUse = (prefix: string, rooms: number) =>
  new RuleViolation("REFERENCE", `还有 ${rooms} 个房间的代码以 ${prefix} 开头，这个前缀不能修改或删除`, undefined, {
    rooms,
  });

/** `uses` names what hangs on the room, e.g. ["3 笔应收", "1 条客户关系"]. */
export const roomInUse = (code: string, uses: string[], details: Record<string, number>) =>
  new RuleViolation("REFERENCE", `房间 ${code} 还有${uses.join("、")}，不能删除；不再使用时请停用`, undefined, details);

export const beforeRoomBegan = (code: string, startsOn: string) =>
  new InvalidInput({ startsOn: [`房间 ${code} 自 ${startsOn} 起才有，生效日期不能更早`] });

export const afterRoomEnded = (code: string, endedOn: string) =>
  new InvalidInput({ startsOn: [`房间 ${code} 到 ${endedOn} 为止，生效日期不能更晚`] });

/** `fields` are labels by field, of parts that cannot be more than the whole. */
export const areaTooLarge = (fields: Record<string, string>) =>
  new InvalidInput(
    Object.fromEntries(Object.entries(fields).map(([field, label]) => [field, [`${label}不能大于建筑面积`]])),
  );

export const areasUnchanged = (code: string, startsOn: string) =>
  new RuleViolation("AREAS_UNCHANGED", `房间 ${code} 在 ${startsOn} 已是这样的面积，没有变化`);

/** Unusual, but allowed when it is confirmed. */
export const areaWarnings = (warnings: string[]) =>
  new RuleViolation("AREA_WARNINGS", `请核对：${warnings.join("；")}`, undefined, { warnings });

export const roomEnded = (code: string, endedOn: string) =>
  new RuleViolation("ROOM_ENDED", `房间 ${code} 已于 ${endedOn} 结束（拆分或合并），档案只供查阅`);

export const areaChangeDecided = () => new RuleViolation("AREA_CHANGE_DECIDED", "面积变更申请已经办结，附件不能再改");
