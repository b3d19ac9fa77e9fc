/** What a charge of a room can be for beside the room itself (BIL-05). */
export const chargeObjectKindLabels = { SPACE: "车位", VEHICLE: "车辆", CONTRACT: "合同" } as const;
export type ChargeObjectKind = keyof typeof chargeObjectKindLabels;
