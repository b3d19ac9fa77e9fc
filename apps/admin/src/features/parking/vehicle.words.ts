import { plateFault, vehicleKindLabels, vehicleRankLabels, vehicleRoleLabels } from "@linli/contracts/enums";
import type { FormRule } from "antd";
import type { ChangeWords } from "../../lib/changes";

/** How vehicles speak in their history. */
export const vehicleWords: ChangeWords = {
  dto: "SaveVehicleDto",
  labels: {
    vehicleRole: "与车辆的关系",
    vehicleRank: "主副车",
    vehicleKind: "停放方式",
    roomCode: "房间",
    spaceCode: "车位",
    startsOn: "起始日期",
    endsOn: "结束日期",
    endReason: "结束原因",
  },
  choices: { vehicleRole: vehicleRoleLabels, vehicleRank: vehicleRankLabels, vehicleKind: vehicleKindLabels },
};

/** The same check as the API's, before anything is sent. */
export const plateRule: FormRule = {
  validator: (_rule, value: unknown) => {
    const sentence = typeof value === "string" && value.trim() !== "" ? plateFault(value) : null;
    return sentence === null ? Promise.resolve() : Promise.reject(new Error(sentence));
  },
};

/** 粤B12345 as it is read: 粤B·12345. */
export const plateText = (plate: string): string =>
  /^\p{Script=Han}[A-Z]/u.test(plate) ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate;
