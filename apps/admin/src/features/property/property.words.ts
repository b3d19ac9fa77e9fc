import {
  attributeTypeLabels,
  buildingKindLabels,
  moduleLabels,
  orientationLabels,
  roomPurposeLabels,
  roomStateLabels,
  type RoomState,
} from "@linli/contracts/enums";
import type { Tone } from "../../components/status-tag";
import type { ChangeWords } from "../../lib/changes";

/** How rooms, buildings, units and areas speak in their histories. */
export const roomWords: ChangeWords = {
  dto: "CreateRoomDto",
  labels: { unit: "所属单元", sharedArea: "公摊面积" },
  choices: { orientation: orientationLabels, purpose: roomPurposeLabels, state: roomStateLabels },
};
export const buildingWords: ChangeWords = { dto: "SaveBuildingDto", choices: { kind: buildingKindLabels } };
export const projectWords: ChangeWords = {
  dto: "UpdateProjectDto",
  labels: {
    name: "名称",
    prefix: "房号前缀",
    remark: "备注",
    type: "类型",
    choices: "选项",
    mandatory: "必填",
    searchable: "可筛选",
    sort: "排序",
  },
  choices: { modules: moduleLabels, type: attributeTypeLabels },
};

/** What a room's state means to the reader. */
export const roomStateTones: Partial<Record<RoomState, Tone>> = {
  HANDED_OVER: "active",
  VACANT: "warning",
  OCCUPIED: "good",
  DECORATING: "active",
  DECORATED: "active",
  LET: "good",
  IDLE: "warning",
};

/** The colour of each state in the picture of a building (classes of property.css). */
export const roomStateHues: Record<RoomState, string> = {
  UNSOLD: "hue-gray",
  SOLD: "hue-blue",
  HANDED_OVER: "hue-teal",
  VACANT: "hue-amber",
  OCCUPIED: "hue-green",
  DECORATING: "hue-violet",
  DECORATED: "hue-violet",
  LET: "hue-rose",
  IDLE: "hue-gray",
};
