import type { RelationRole, RoomPurpose, RoomState, Sex, SpaceType } from "@linli/contracts/enums";

/** The code columns of these workbooks, as their explanation cells define them. */

/** 业主类型. A 临时人员 is a user of the room. */
export const OWNER_TYPES: Record<string, RelationRole> = {
  1001: "OWNER",
  1002: "FAMILY",
  1003: "TENANT",
  1004: "USER",
};
export const ownerTypeLabels: Record<string, string> = {
  1001: "业主",
  1002: "家庭成员",
  1003: "房屋租客",
  1004: "临时人员",
};

/** 房屋类型. */
export const PURPOSES: Record<string, RoomPurpose> = { 110: "RESIDENCE", 119: "DORMITORY", 120: "OFFICE" };
export const purposeLabels: Record<string, string> = { 110: "住宅", 119: "宿舍", 120: "办公室" };

/** 房屋状态. */
export const STATES: Record<string, RoomState> = {
  2001: "OCCUPIED",
  2002: "UNSOLD",
  2003: "HANDED_OVER",
  2004: "VACANT",
  2005: "DECORATED",
  2006: "LET",
  2007: "SOLD",
  2008: "IDLE",
  2009: "DECORATING",
};
export const stateLabels: Record<string, string> = {
  2001: "已入住",
  2002: "未销售",
  2003: "已交房",
  2004: "未入住",
  2005: "已装修",
  2006: "已出租",
  2007: "已出售",
  2008: "空闲",
  2009: "装修中",
};
/** States in which a room must have an owner. */
export const STATES_WITH_OWNER: readonly string[] = ["2001", "2003", "2004", "2005"];

/** 计算公式. */
export const formulaLabels: Record<string, string> = { 1001: "面积*单价+附加费", 2002: "固定费用" };

/** 车类型. */
export const vehicleLabels: Record<string, string> = { 9901: "家用小汽车", 9902: "客车", 9903: "货车" };

/** 停车场类型. */
export const SPACE_TYPES: Record<string, SpaceType> = { 地上停车位: "SURFACE", 地下停车位: "UNDERGROUND" };

export const SEXES: Record<Extract<Sex, "MALE" | "FEMALE">, string> = { MALE: "男", FEMALE: "女" };

/** The end date these workbooks use for "without end". */
export const NO_END = "2037-01-01";
/** The layout code that the explanation tells everybody to fill in. */
export const LAYOUT_PLACEHOLDER = "10102";
