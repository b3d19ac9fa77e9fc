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
