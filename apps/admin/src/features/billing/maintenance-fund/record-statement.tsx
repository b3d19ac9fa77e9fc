import { useMutation } from "@tanstack/react-query";
import type { FundStatementCheckDto, FundStatementQueryDto } from "@linli/contracts";
import { Button, Input, Typography } from "antd";
import { CheckedFile, useCheckedFile } from "../../../components/checked-file";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { today } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { checkStatement, recordStatement } from "./maintenance-fund.queries";

/** Uploads a statement of the special account: first what it would change, then it is booked. */
export function RecordStatement() {
  const projectId = useProjectId();
  const chosen = useCheckedFile(checkStatement(projectId));
  const { mutateAsync } = useMutation(recordStatement(projectId));

  return (
    <FormDialog<Omit<FundStatementQueryDto, "id">>
      name="fund-statement"
      title="登记专户对账单"
      width={640}
      submitText="登记"
      trigger={<Button>登记对账单</Button>}
      note="各项填写截至对账日期的累计金额，留空表示不变；系统按与现有分户账的差额登记。可以先“导出 Excel”，填好后上传。"
      initialValues={{ statedOn: today() }}
      onOpenChange={(open) => open && chosen.choose(undefined)}
      onFinish={async (values) => {
        const taken = chosen.faultless();
        if (!taken) return false;
        await mutateAsync({ ...values, ...taken });
        return true;
      }}
    >
      <Field name="statedOn" label="对账日期" rules={[{ required: true, message: "请填写对账日期" }]}>
        <DateInput />
      </Field>
      <Field name="referenceNo" label="对账单号">
        <Input maxLength={60} />
      </Field>
      <CheckedFile
        chosen={chosen}
        columns="房号、首期交存、续交、利息收益、转入转出、已使用、余额"
        named={["roomCode", "房号"]}
        faultless={changes}
      />
      {!chosen.file && <Typography.Text type="secondary">请先选择文件，检查无误后再登记。</Typography.Text>}
    </FormDialog>
  );
}

function changes({ changedCount, newCount, differenceFen, balanceFen }: FundStatementCheckDto) {
  const words = `：${changedCount} 户有变动（其中新开户 ${newCount} 户），余额合计变动 ${formatFen(differenceFen)} 元，对账单余额合计 ${formatFen(balanceFen)} 元`;
  return { words, nothing: changedCount === 0 };
}
