import ExcelJS from "exceljs";

const OWNER_HEADERS = ["编号", "业主名称", "性别", "年龄", "手机号", "身份证号", "业主类型", "业主编号"];
const FEE_HEADERS = [
  "费用编号",
  "费用类型",
  "收费项目",
  "费用标识",
  "付费类型",
  "缴费周期",
  "出账类型",
  "计费起始时间",
  "计费结束时间",
  "计算公式",
  "计费单价",
  "固定费用",
];
const ROOM_HEADERS = [
  "房屋编号",
  "楼栋编号",
  "单元编号",
  "房屋楼层",
  "房屋户型",
  "建筑面积",
  "业主编号",
  "房屋费用",
  "费用开始时间",
  "房屋类型",
  "室内面积",
  "租金",
];
const SPACE_HEADERS = [
  "停车场编号",
  "车位编码",
  "停车场类型",
  "面积",
  "业主编号",
  "车牌号",
  "车品牌",
  "车类型（9901 家用小汽车 9902 客车 9903 货车）",
  "颜色",
  "出租还是出售（H出租S出售）",
  "开始时间",
  "结束时间",
];
/** An invented number with a valid check digit, in a region code that was never given out. */
export const SHARED_ID_NUMBER = "110199199001010010";
export const OWNER_NAMES = ["林一凡", "林二凡", "林三凡", "林四凡", "林五凡"];

type Value = string | number | null;
/** Rows of each sheet below the headers, in the format of hc.xlsx. */
export interface HcRows {
  units: Value[][];
  owners: Value[][];
  fees: Value[][];
  rooms: Value[][];
  spaces: Value[][];
}

/** The same content and the same faults as the published workbook, with invented names and numbers. */
export function hcRows(): HcRows {
  const room = (code: number, floor: number, owner: number, fees: Value, from: string): Value[] => [
    code,
    1,
    1,
    floor,
    "10102",
    94.56,
    owner,
    fees,
    from,
    110,
    94.56,
    0,
  ];
  const both = ["1#2", "2020-06-10#2020-07-10"] as const;
  return {
    units: Array.from({ length: 26 }, (_, i) => [Math.floor(i / 2) + 1, (i % 2) + 1, 33, "有"]),
    owners: OWNER_NAMES.map((name, i) => [
      i + 1,
      name,
      "男",
      i === 0 ? 28 : 18,
      i === 0 ? 18999999999 : 18999999990 + i,
      SHARED_ID_NUMBER,
      1001,
      i + 1,
    ]),
    fees: [
      [1, "物业费", "测试收费1", "周期性费用", "预付费", 6, "每月1日", "2020-6-10", "2037-1-1", 1001, 1.3, 20],
      [2, "物业费", "测试收费2", "周期性费用", "预付费", 3, "每月1日", "2020-6-10", "2037-1-1", 1001, 1, 20],
    ],
    rooms: [
      room(1011, 1, 1, ...both),
      room(1012, 1, 2, 1, "2020-06-10"),
      room(1013, 1, 3, 2, "2020-06-10"),
      room(1014, 1, 4, ...both),
      room(1021, 2, 5, 2, "2020-06-10"),
      room(1022, 2, 6, 2, "2020-06-10"),
      room(1023, 2, 7, 2, "2020-06-10"),
      room(1024, 2, 8, ...both),
    ],
    spaces: [[1, "C0001", "地上停车位", 98.32]],
  };
}

/** Writes a workbook of the same format as hc.xlsx, explanation cells beside the tables included. */
export async function writeHcWorkbook(rows: HcRows = hcRows()): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = (
    name: string,
    headers: string[],
    values: Value[][],
    notes: [string, string | number][],
    noteColumn: number,
  ) => {
    const worksheet = workbook.addWorksheet(name);
    worksheet.addRow(headers);
    for (const row of values) worksheet.addRow(row);
    [["说明", ""] as [string, string], ...notes].forEach(([what, text], i) => {
      worksheet.getCell(4 + i, noteColumn).value = what;
      if (text !== "") worksheet.getCell(4 + i, noteColumn + 1).value = text;
    });
  };
  sheet(
    "楼栋单元",
    ["楼栋号", "单元编号", "总层数", "是否有电梯"],
    rows.units,
    [["是否有电梯", "有电梯时填写是 没有时填写否"]],
    8,
  );
  sheet(
    "业主信息",
    OWNER_HEADERS,
    rows.owners,
    [
      ["手机号", "没有时固定写18999999999"],
      ["业主类型", "1001 业主\n1002 家庭成员"],
      ["业主编号", "必须为唯一值"],
    ],
    10,
  );
  sheet(
    "费用设置",
    FEE_HEADERS,
    rows.fees,
    [
      ["计算公式", 1001],
      ["", "面积*单价+附加费"],
      ["出账类型", "每月1日"],
    ],
    15,
  );
  sheet(
    "房屋信息",
    ROOM_HEADERS,
    rows.rooms,
    [
      ["房屋费用", "多个费用用#号分隔"],
      ["房屋类型", "住宅 110"],
      ["", "办公室 120"],
    ],
    14,
  );
  sheet(
    "车位信息",
    SPACE_HEADERS,
    rows.spaces,
    [
      ["车类型", 9901],
      ["", 9902],
    ],
    16,
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
