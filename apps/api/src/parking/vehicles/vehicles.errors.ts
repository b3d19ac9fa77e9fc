import { InvalidInput, RuleViolation } from "../../common/rule-violation.js";

export const badPlate = (fault: string) => new InvalidInput({ plate: [fault] });

export const unknownCustomer = () => new InvalidInput({ customerId: ["客户不存在"] });
export const unknownRoom = () => new InvalidInput({ roomId: ["房间不存在"] });
export const unknownSpace = () => new InvalidInput({ spaceId: ["车位不存在"] });

export const outsideRoomLife = (code: string, from: string | null, to: string | null) =>
  new InvalidInput({ startsOn: [`房间 ${code} 存在于 ${from ?? "以前"} 至 ${to ?? "今后"}，关系的日期须在其中`] });

export const endBeforeStart = (startsOn: string) =>
  new InvalidInput({ endsOn: [`结束日期不能早于起始日期 ${startsOn}`] });

export const endAfterPlanned = (endsOn: string) => new InvalidInput({ endsOn: [`结束日期不能晚于原定的 ${endsOn}`] });

export const changeNotWithin = (startsOn: string, endsOn: string | null) =>
  new InvalidInput({
    startsOn: [`变更日期须晚于起始日期 ${startsOn}${endsOn === null ? "" : `，且不晚于结束日期 ${endsOn}`}`],
  });

export const nothingChanges = () => new RuleViolation("NOTHING_CHANGES", "房间、车位、主副车和停放方式都没有变化");

export const vehicleRetired = (plate: string) => new RuleViolation("VEHICLE_RETIRED", `车辆 ${plate} 已停用，请先启用`);

export const vehicleRelationEnded = () => new RuleViolation("RELATION_ENDED", "这条车辆关系已经结束");

export const otherOwner = (plate: string, name: string, from: string, to: string | null) =>
  new RuleViolation("OTHER_OWNER", `车辆 ${plate} 在 ${from} 至 ${to ?? "今后"} 的车主是${name}，请先结束原车主`);

export const sameVehicleRelation = (name: string, from: string, to: string | null) =>
  new RuleViolation("RELATION_OVERLAPS", `${name}在 ${from} 至 ${to ?? "今后"} 与这辆车已有相同的关系`);

/** Somebody registered an owner or a main car, or ended a relation, since the import was checked. */
export const vehiclesChanged = (plate: string) =>
  new RuleViolation(
    "VEHICLES_CHANGED",
    `车辆 ${plate} 的车主、使用人或主车在检查之后有了变化，没有写入任何数据，请重新检查`,
  );

export const otherMainCar = (room: string, plate: string) =>
  new RuleViolation("OTHER_MAIN_CAR", `房间 ${room} 在这段时间的主车是 ${plate}，请登记为副车`);
