/** A building of the demonstration: `perFloor` rooms on each floor of each unit. */
export interface BuildingPlan {
  code: string;
  units: number;
  floors: number;
  perFloor: number;
  kind: "RESIDENTIAL" | "COMMERCIAL" | "GARAGE";
}

export interface CommunityPlan {
  name: string;
  shortName: string;
  address: string;
  telephone: string;
  prefix: string;
  buildings: BuildingPlan[];
  /** Yuan per m² and month. */
  propertyPrice: string;
  garageSpaces: number;
  noticeNote: string;
}

const towers = (count: number, units: number, floors: number, perFloor: number): BuildingPlan[] =>
  Array.from({ length: count }, (_, index) => ({
    code: String(index + 1),
    units,
    floors,
    perFloor,
    kind: "RESIDENTIAL" as const,
  }));

/** The two invented communities: about 600 and about 1,200 rooms, each with a garage. */
export const communities: CommunityPlan[] = [
  {
    name: "江州邻里物业服务有限公司翠湖花园物业服务中心",
    shortName: "翠湖花园",
    address: "江州市临江区翠湖路 18 号",
    telephone: "0999-8001001",
    prefix: "CH",
    buildings: [
      ...towers(5, 2, 11, 5),
      { code: "S1", units: 1, floors: 2, perFloor: 14, kind: "COMMERCIAL" },
      { code: "车库", units: 1, floors: 1, perFloor: 12, kind: "GARAGE" },
    ],
    propertyPrice: "2.38",
    garageSpaces: 180,
    noticeNote:
      "缴费方式：服务中心收银台（现金、刷卡、微信、支付宝）或转账。对账单有疑问，请在收到后 15 日内与客服联系。",
  },
  {
    name: "江州邻里物业服务有限公司云杉苑物业服务中心",
    shortName: "云杉苑",
    address: "江州市临江区云杉大道 66 号",
    telephone: "0999-8001002",
    prefix: "YS",
    buildings: [
      ...towers(6, 2, 24, 4),
      { code: "S1", units: 1, floors: 2, perFloor: 18, kind: "COMMERCIAL" },
      { code: "车库", units: 1, floors: 2, perFloor: 8, kind: "GARAGE" },
    ],
    propertyPrice: "2.95",
    garageSpaces: 420,
    noticeNote: "缴费方式：服务中心收银台（现金、刷卡、微信、支付宝）或转账。每月 20 日前缴清当月费用。",
  },
];

/** The demonstration sign-ins, in the order of the README. */
export const demoPassword = "Linli-Demo-2026";
export const demoUsers = [
  { mobile: "13000000001", name: "陈立", role: "SYSTEM_ADMIN" },
  { mobile: "13000000002", name: "何清", role: "AUDITOR" },
  { mobile: "13000000003", name: "方远", role: "COMPANY_MANAGER" },
  { mobile: "13000000004", name: "周宁", role: "PROJECT_MANAGER" },
  { mobile: "13000000005", name: "林悦", role: "RECEPTIONIST" },
  { mobile: "13000000006", name: "王芳", role: "CASHIER" },
  { mobile: "13000000007", name: "许衡", role: "FINANCE_REVIEWER" },
  { mobile: "13000000008", name: "唐磊", role: "ENGINEERING_LEAD" },
  { mobile: "13000000009", name: "罗凯", role: "REPAIR_WORKER" },
  { mobile: "13000000010", name: "邱岚", role: "REGION_MANAGER" },
] as const;
