import { idCardCheckDigit } from "@linli/contracts";

/** A small repeatable source of chance, so that every installation shows the same demonstration. */
export class Chance {
  constructor(private state: number) {}

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True in `share` of the cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!;
  }
}

const surnames = [
  ..."赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘范彭鲁韦马方任袁柳唐薛雷贺倪汤罗毕郝安常于傅齐康伍余顾孟黄萧尹",
];
const maleNames = [..."伟强军勇杰涛明超亮辉刚健峰磊鹏斌波宇浩凯晨轩睿博文达志宏建国海东"];
const femaleNames = [..."芳敏静丽艳娟霞玲燕婷雪琳洁慧颖佳倩莹瑶欣怡雯梅兰竹云悦宁安妍"];
const places = ["江州市临江区", "云川县青石镇", "南屿市海湾区", "北岭市松山区", "东渡县桥头镇", "西林市河谷区"];
const companyWords = ["瑞丰", "恒远", "启明", "嘉和", "新桥", "长青", "华泽", "金湾"];
const trades = ["商贸", "餐饮管理", "信息技术", "教育咨询", "建筑装饰"];

/** A person who does not exist: mobile numbers of a prefix nobody was given, ID numbers of a region there is not. */
export interface InventedPerson {
  name: string;
  sex: "MALE" | "FEMALE";
  idNumber: string;
  mobile: string;
  registeredPlace: string;
  birthday: string;
}

let serial = 0;

export function inventPerson(chance: Chance, age: [from: number, to: number], thisYear: number): InventedPerson {
  serial += 1;
  const sex = chance.happens(0.5) ? "MALE" : "FEMALE";
  const given = sex === "MALE" ? maleNames : femaleNames;
  const name = chance.pick(surnames) + chance.pick(given) + (chance.happens(0.6) ? chance.pick(given) : "");
  const year = thisYear - chance.int(age[0], age[1]);
  const two = (value: number) => String(value).padStart(2, "0");
  const [month, day] = [two(chance.int(1, 12)), two(chance.int(1, 28))];
  // the last digit of the order number is odd for men
  const order = two(serial % 100) + String(chance.int(0, 4) * 2 + (sex === "MALE" ? 1 : 0));
  const first17 = `99${String(serial % 10_000).padStart(4, "0")}${year}${month}${day}${order}`;
  return {
    name,
    sex,
    idNumber: first17 + idCardCheckDigit(first17),
    mobile: `154${String(10_000_000 + serial * 7919)
      .slice(-8)
      .padStart(8, "0")}`,
    registeredPlace: chance.pick(places),
    birthday: `${year}-${month}-${day}`,
  };
}

/** A company that does not exist; its credit code has the right shape and no registry. */
export function inventCompany(chance: Chance): { name: string; creditCode: string; contactName: string } {
  serial += 1;
  return {
    name: `江州${chance.pick(companyWords)}${chance.pick(trades)}有限公司`,
    creditCode: `99999999MA${String(serial).padStart(8, "0")}`,
    contactName: chance.pick(surnames) + chance.pick(maleNames),
  };
}
