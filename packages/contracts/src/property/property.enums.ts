/** What a building of the directory is. Garages are directories of their own, visible to parking (PRP-06). */
export const buildingKindLabels = {
  RESIDENTIAL: "住宅楼",
  COMMERCIAL: "商业楼",
  OFFICE: "办公楼",
  GARAGE: "车库",
  OTHER: "其他",
} as const;
export type BuildingKind = keyof typeof buildingKindLabels;

export const roomPurposeLabels = {
  RESIDENCE: "住宅",
  SHOP: "商铺",
  OFFICE: "办公",
  DORMITORY: "宿舍",
  STORAGE: "储藏",
  OTHER: "其他",
} as const;
export type RoomPurpose = keyof typeof roomPurposeLabels;

export const roomStateLabels = {
  UNSOLD: "未售",
  SOLD: "已售",
  HANDED_OVER: "已交房",
  VACANT: "未入住",
  OCCUPIED: "已入住",
  DECORATING: "装修中",
  DECORATED: "已装修",
  LET: "已出租",
  IDLE: "空闲",
} as const;
export type RoomState = keyof typeof roomStateLabels;

export const orientationLabels = {
  S: "南",
  N: "北",
  E: "东",
  W: "西",
  SN: "南北",
  EW: "东西",
  SE: "东南",
  SW: "西南",
  NE: "东北",
  NW: "西北",
} as const;
export type Orientation = keyof typeof orientationLabels;

/** The modules a project may switch on or off; `locked` ones are compulsory. */
export const moduleLabels = {
  property: "房产",
  customer: "客户",
  billing: "收费",
  parking: "车位",
} as const;
export type ProjectModule = keyof typeof moduleLabels;
/** Compulsory modules: their switch is locked on. */
export const lockedModules: readonly ProjectModule[] = ["property", "customer", "billing", "parking"];

export const pictureKindLabels = {
  SITE_PLAN: "小区平面图",
  BUILDING_PLAN: "大楼平面图",
  UNIT_TYPE: "户型图",
  PHOTO: "照片",
} as const;
export type PictureKind = keyof typeof pictureKindLabels;

/** Kinds that are one drawing in several versions: a new upload becomes the current one, earlier ones are kept. */
export const versionedPictureKinds: readonly PictureKind[] = ["SITE_PLAN", "BUILDING_PLAN", "UNIT_TYPE"];

/** The names of the four levels unless the project sets its own (PRP-03). */
export const defaultLevelNames = ["管理区", "楼栋", "单元", "房间"] as const;

/** The (M) fields of a room (PRP-08); what an import left empty is listed until completed. */
export const mandatoryRoomFieldLabels = {
  code: "房间代码",
  name: "房间名称",
  buildingArea: "建筑面积",
  chargeArea: "收费面积",
  layout: "户型",
  orientation: "朝向",
} as const;
export type MandatoryRoomField = keyof typeof mandatoryRoomFieldLabels;

/** Orders of the list of rooms; `-` turns one round. */
export const roomSortLabels = {
  directory: "楼栋顺序",
  "-directory": "楼栋倒序",
  code: "房间代码升序",
  "-code": "房间代码降序",
  floor: "楼层升序",
  "-floor": "楼层降序",
  buildingArea: "建筑面积升序",
  "-buildingArea": "建筑面积降序",
  chargeArea: "收费面积升序",
  "-chargeArea": "收费面积降序",
} as const;
export type RoomSort = keyof typeof roomSortLabels;

/** The things pictures belong to, and what a picture of each shows (PRP-05). */
export const pictureOwnerLabels = { project: "管理区", building: "楼栋", room: "房间" } as const;
export type PictureOwner = keyof typeof pictureOwnerLabels;
export const pictureKindsOf: Record<PictureOwner, readonly PictureKind[]> = {
  project: ["SITE_PLAN", "PHOTO"],
  building: ["BUILDING_PLAN", "PHOTO"],
  room: ["UNIT_TYPE", "PHOTO"],
};

/** What the files of a request for other areas are. */
export const areaChangeFileLabels = { PAPER: "测绘报告等材料" } as const;
