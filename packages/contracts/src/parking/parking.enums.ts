export const spaceTypeLabels = {
  SURFACE: "地上车位",
  UNDERGROUND: "地下车位",
  MECHANICAL: "机械车位",
  OTHER: "其他",
} as const;
export type SpaceType = keyof typeof spaceTypeLabels;

/** Whose the space is (车位权属, PRK-06): decides which contract is allowed. */
export const spaceOwnershipLabels = { OWNER: "业主", ALL_OWNERS: "全体业主", DEVELOPER: "建设单位" } as const;
export type SpaceOwnership = keyof typeof spaceOwnershipLabels;

/** What somebody is to a vehicle. */
export const vehicleRoleLabels = { OWNER: "车主", USER: "使用人" } as const;
export type VehicleRole = keyof typeof vehicleRoleLabels;

/** A room has at most one main car on any day. */
export const vehicleRankLabels = { MAIN: "主车", SECOND: "副车" } as const;
export type VehicleRank = keyof typeof vehicleRankLabels;

/** On what ground the vehicle parks (SCN-09). */
export const vehicleKindLabels = { MONTHLY: "月租", OWNED: "自有", INTERNAL: "内部", FREE: "免费" } as const;
export type VehicleKind = keyof typeof vehicleKindLabels;

/** Whether it is in use; out of use it keeps its history. */
export const vehicleStateLabels = { ACTIVE: "在用", RETIRED: "停用" } as const;
export type VehicleState = keyof typeof vehicleStateLabels;

/** What a file of a vehicle shows. */
export const vehicleFileLabels = { PHOTO: "车辆照片", LICENCE: "行驶证", OTHER: "其他" } as const;
