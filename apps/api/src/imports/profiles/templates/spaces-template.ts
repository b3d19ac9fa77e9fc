import { spaceOwnershipLabels, spaceTypeLabels } from "@linli/contracts/enums";
import type { Template } from "./template.js";

export type SpacesKey = "code" | "name" | "type" | "place" | "ownership" | "area";

/** 车位: number, kind, place, whose it is (PRK-04 to PRK-06). */
export const spacesTemplate: Template<SpacesKey> = {
  kind: "SPACES",
  title: "车位",
  rules: ["每行是一个车位；车位号与现场编号一致，在管理区内不能重复。"],
  fields: [
    {
      key: "code",
      label: "车位号",
      aliases: ["车位编号", "车位代码"],
      type: "code",
      required: true,
      example: "B1-001",
    },
    { key: "name", label: "车位名称", type: "text", length: 50, note: "留空时按车位号", example: "" },
    {
      key: "type",
      label: "车位类型",
      type: "choice",
      choices: spaceTypeLabels,
      required: true,
      example: "地下车位",
    },
    {
      key: "place",
      label: "车位位置",
      aliases: ["停车场", "车库"],
      type: "text",
      length: 100,
      note: "(M) 所在的停车场或楼栋",
      example: "地下一层",
    },
    {
      key: "ownership",
      label: "车位权属",
      aliases: ["权属"],
      type: "choice",
      choices: spaceOwnershipLabels,
      note: "(M)",
      example: "业主",
    },
    {
      key: "area",
      label: "面积",
      aliases: ["车位面积"],
      type: "decimal",
      places: 4,
      max: "100000",
      note: "平方米",
      example: 12.5,
    },
  ],
};
