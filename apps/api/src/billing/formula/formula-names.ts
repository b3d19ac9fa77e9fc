/** What a formula may name: 单价 and 附加费 of the price, areas and the quantity of the binding. */
export const KNOWN_NAMES = {
  收费面积: "AREA",
  建筑面积: "AREA",
  套内面积: "AREA",
  使用面积: "AREA",
  数量: "COUNT",
  单价: "PRICE",
  附加费: "MONEY",
} as const satisfies Record<string, NameKind>;

/** FIELD: a user-defined number of rooms, which has no unit. */
export type NameKind = "AREA" | "COUNT" | "PRICE" | "MONEY" | "FIELD";

/** The area of a room that a name means. */
export const AREA_NAMES = { 收费面积: "charge", 建筑面积: "building", 套内面积: "inner", 使用面积: "usable" } as const;

export const isKnownName = (name: string): name is keyof typeof KNOWN_NAMES => Object.hasOwn(KNOWN_NAMES, name);
