/** Every right of the system with its Chinese name. `…:read` rights never change anything. */
export const permissionLabels = {
  "system:users": "用户与授权管理",
  "system:roles": "角色管理",
  "audit:read": "审计日志查看",
  "project:create": "新建管理区",
  "project:settings": "管理区设置",
  "property:read": "房产查看",
  "property:write": "房产维护",
  "property:identity": "房间编号与位置修改",
  "property:areas": "房间面积变更",
  "property:state": "房间状态与用途修改",
  "property:inspect": "房产验收",
  "property:restructure": "房间拆分合并",
  "property:approve": "房产变更审批",
  "customer:read": "客户查看",
  "customer:write": "客户维护",
  "customer:unmask": "查看完整证件与电话",
  "customer:key-data": "客户关键信息修改",
  "customer:merge": "重复客户合并",
  "customer:privacy": "个人信息告知与请求登记",
  "customer:transfer": "房屋过户",
  "customer:approve-transfer": "过户审批",
  "parking:read": "车位车辆查看",
  "parking:write": "车位车辆维护",
  "imports:run": "数据导入",
  "data:export": "数据导出",
  "data:approve-export": "数据导出审批",
  "billing:read": "收费查看",
  "billing:rates": "收费项目与标准维护",
  "billing:bind": "收费标准绑定",
  "billing:meters": "表具维护与抄表",
  "billing:one-off": "临时收费登记",
  "billing:run": "应收试算",
  "billing:publish": "应收发布",
  "billing:reverse-run": "应收批次红冲",
  "billing:collect": "收款",
  "billing:offset": "预收冲抵",
  "billing:print": "票据打印",
  "billing:shifts": "班次见证与代交班",
  "billing:books": "票据领用与核销",
  "billing:reverse": "收据红冲",
  "billing:refund": "退款",
  "billing:waive": "减免申请",
  "billing:approve-waiver": "减免审批（限额内）",
  "billing:approve-large-waiver": "减免审批（超过限额）",
  "billing:close": "月结",
  "billing:reopen": "反结账申请",
  "billing:approve-reopen": "反结账审批",
} as const;

export type Permission = keyof typeof permissionLabels;

export const allPermissions = Object.keys(permissionLabels) as Permission[];

/** Rights that concern the whole company and count only in a membership for all projects. */
export const companyPermissions = ["system:users", "system:roles", "project:create"] as const satisfies Permission[];

/** Rights to manage people and roles. */
const administration = ["system:users", "system:roles"] as const satisfies Permission[];

/** Who manages people and roles neither sees nor does business, and does not read the audit log (LAW-52). */
function administrationConflicts(): [Permission, Permission, string][] {
  const business = allPermissions.filter((permission) => !companyPermissions.some((one) => one === permission));
  return administration.flatMap((own) =>
    business.map((other): [Permission, Permission, string] => [
      own,
      other,
      other === "audit:read" ? "系统管理员不能查看审计日志" : "系统管理员不能查看或办理业务",
    ]),
  );
}

/**
 * Pairs of rights that one person may not hold in the same project (LAW-43, LAW-52): the cashier neither reviews nor
 * closes, the administrator of users sees no business.
 */
export const conflictingPermissions: readonly (readonly [Permission, Permission, string])[] = [
  ["billing:collect", "billing:reverse", "收款与红冲须由不同的人办理"],
  ["billing:collect", "billing:refund", "收款与退款须由不同的人办理"],
  ["billing:collect", "billing:approve-waiver", "收款与减免审批须由不同的人办理"],
  ["billing:collect", "billing:approve-large-waiver", "收款与减免审批须由不同的人办理"],
  ["billing:collect", "billing:close", "收款与月结须由不同的人办理"],
  ["billing:collect", "billing:reopen", "收款与反结账须由不同的人办理"],
  ["billing:collect", "billing:approve-reopen", "收款与反结账审批须由不同的人办理"],
  ["billing:collect", "billing:publish", "收款与应收发布须由不同的人办理"],
  ...administrationConflicts(),
];

/** The roles every installation starts with. */
export const seededRoles = {
  SYSTEM_ADMIN: { name: "系统管理员", homePath: "/system/users", permissions: ["system:users", "system:roles"] },
  AUDITOR: {
    name: "审计员",
    homePath: "/system/audit",
    permissions: ["audit:read", "property:read", "customer:read", "parking:read", "billing:read"],
  },
  COMPANY_MANAGER: {
    name: "公司管理",
    homePath: "/projects",
    permissions: [
      "project:create",
      "project:settings",
      "property:read",
      "property:approve",
      "customer:read",
      "customer:approve-transfer",
      "parking:read",
      "data:approve-export",
      "billing:read",
      "billing:approve-waiver",
      "billing:approve-large-waiver",
      "billing:approve-reopen",
    ],
  },
  PROJECT_MANAGER: {
    name: "项目经理",
    homePath: "/workbench",
    permissions: [
      "project:settings",
      "property:read",
      "property:write",
      "property:identity",
      "property:areas",
      "property:state",
      "property:inspect",
      "property:restructure",
      "property:approve",
      "customer:read",
      "customer:write",
      "customer:unmask",
      "customer:key-data",
      "customer:merge",
      "customer:privacy",
      "customer:transfer",
      "customer:approve-transfer",
      "parking:read",
      "parking:write",
      "imports:run",
      "data:export",
      "data:approve-export",
      "billing:read",
      "billing:waive",
      "billing:approve-waiver",
      "billing:rates",
      "billing:bind",
      "billing:meters",
      "billing:one-off",
      "billing:run",
      "billing:publish",
      "billing:reverse-run",
      "billing:offset",
      "billing:print",
      "billing:shifts",
      "billing:books",
      "billing:reverse",
    ],
  },
  RECEPTIONIST: {
    name: "客服接待",
    homePath: "/workbench",
    permissions: [
      "property:read",
      "property:areas",
      "property:state",
      "property:inspect",
      "property:restructure",
      "customer:read",
      "customer:write",
      "customer:key-data",
      "customer:privacy",
      "customer:transfer",
      "parking:read",
      "parking:write",
      "imports:run",
      "data:export",
      "billing:read",
      "billing:meters",
      "billing:waive",
    ],
  },
  CASHIER: {
    name: "收费员",
    homePath: "/billing/desk",
    permissions: [
      "property:read",
      "customer:read",
      "parking:read",
      "billing:read",
      "billing:one-off",
      "billing:collect",
      "billing:print",
    ],
  },
  FINANCE_REVIEWER: {
    name: "财务审核",
    homePath: "/billing/month",
    permissions: [
      "property:read",
      "customer:read",
      "customer:approve-transfer",
      "parking:read",
      "billing:read",
      "billing:rates",
      "billing:bind",
      "billing:meters",
      "billing:one-off",
      "billing:run",
      "billing:publish",
      "billing:reverse-run",
      "billing:offset",
      "billing:print",
      "billing:shifts",
      "billing:books",
      "billing:reverse",
      "billing:refund",
      "billing:close",
      "billing:reopen",
    ],
  },
  ENGINEERING_LEAD: {
    name: "工程主管",
    homePath: "/property/rooms",
    permissions: ["property:read", "property:inspect", "parking:read"],
  },
  REPAIR_WORKER: { name: "维修人员", homePath: "/property/rooms", permissions: ["property:read"] },
} as const satisfies Record<string, { name: string; homePath: string; permissions: Permission[] }>;

export type SeededRole = keyof typeof seededRoles;
