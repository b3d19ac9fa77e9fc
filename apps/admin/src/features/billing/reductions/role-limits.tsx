import { useMutation, useQuery } from "@tanstack/react-query";
import type { SaveWaiverLimitsDto, WaiverLimitDto } from "@linli/contracts";
import { Button, Form, Input, Space } from "antd";
import { DecimalInput } from "../../../components/decimal-input";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { Controlled } from "../../../components/who-controls";
import { useProjectId } from "../../../lib/session";
import { saveWaiverLimits, waiverLimits } from "./waiver-limits.queries";

/** Up to which amount and share each role approves reductions (BIL-42). */
export function RoleLimits() {
  const projectId = useProjectId();
  const { data } = useQuery(waiverLimits(projectId));
  const { mutateAsync } = useMutation(saveWaiverLimits(projectId));
  if (!data) return null;
  const button = <Button>各角色限额</Button>;
  return (
    <Controlled trigger={button}>
      <FormDialog<SaveWaiverLimitsDto>
        name="role-limits"
        title="各角色审批限额"
        width={560}
        trigger={button}
        note="审批减免的人，要有一个角色的金额和比例上限都够；不填则不限。有多个角色的按较高的算。区域经理没有另行设置时上限 10,000 元，超过的由公司审批。"
        initialValues={{ limits: data.items.map(({ roleName: _name, ...limit }) => limit) }}
        onFinish={mutateAsync}
      >
        {data.items.map((limit, index) => (
          <RoleLimit key={limit.roleId} limit={limit} index={index} />
        ))}
      </FormDialog>
    </Controlled>
  );
}

function RoleLimit({ limit, index }: { limit: WaiverLimitDto; index: number }) {
  return (
    <Form.Item label={limit.roleName} htmlFor={`role-limits_limits_${index}_amountFen`}>
      <Form.Item name={["limits", index, "roleId"]} hidden>
        <Input />
      </Form.Item>
      <Space wrap>
        <Form.Item name={["limits", index, "amountFen"]} noStyle>
          <MoneyInput aria-label={`${limit.roleName}金额上限`} placeholder="金额不限" />
        </Form.Item>
        <Form.Item name={["limits", index, "percent"]} noStyle>
          <DecimalInput aria-label={`${limit.roleName}比例上限`} places={2} unit="%" placeholder="比例不限" />
        </Form.Item>
      </Space>
    </Form.Item>
  );
}
