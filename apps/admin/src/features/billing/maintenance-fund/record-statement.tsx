import { useMutation } from "@tanstack/react-query";
import type { FundStatementCheckDto, FundStatementQueryDto } from "@linli/contracts";
import { Alert, App, Button, Input, Typography } from "antd";
import { useState } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FilePicker } from "../../../components/file-picker";
import { FormDialog } from "../../../components/form-dialog";
import { RowFaults } from "../../../components/row-faults";
import { today } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { checkStatement, recordStatement } from "./maintenance-fund.queries";

const MAX_BYTES = 10 * 1024 * 1024;

/** Uploads a statement of the special account: first what it would change, then it is booked. */
export function RecordStatement() {
  const projectId = useProjectId();
  const check = useMutation(checkStatement(projectId));
  const { mutateAsync } = useMutation(recordStatement(projectId));
  const { message } = App.useApp();
  const [file, setFile] = useState<File>();
  const [id, setId] = useState(newId);

  function handleOpen(open: boolean) {
    if (!open) return;
    setId(newId());
    setFile(undefined);
    check.reset();
  }

  function handlePick(picked: File) {
    setFile(picked);
    check.mutate(picked);
  }

  return (
    <FormDialog<Omit<FundStatementQueryDto, "id">>
      name="fund-statement"
      title="登记专户对账单"
      width={640}
      submitText="登记"
      trigger={<Button>登记对账单</Button>}
      note="各项填写截至对账日期的累计金额，留空表示不变；系统按与现有分户账的差额登记。可以先“导出 Excel”，填好后上传。"
      initialValues={{ statedOn: today() }}
      onOpenChange={handleOpen}
      onFinish={async (values) => {
        if (!file || !check.data || check.data.faultCount > 0) {
          void message.warning(file ? "文件还有错误，改正后重新选择" : "请先选择文件");
          return false;
        }
        await mutateAsync({ ...values, id, file });
        return true;
      }}
    >
      <Field name="statedOn" label="对账日期" rules={[{ required: true, message: "请填写对账日期" }]}>
        <DateInput />
      </Field>
      <Field name="referenceNo" label="对账单号">
        <Input maxLength={60} />
      </Field>
      <FilePicker
        accept=".xlsx,.csv"
        maxBytes={MAX_BYTES}
        hint={file ? `已选择 ${file.name}，可重新选择` : "列：房号、首期交存、续交、利息收益、转入转出、已使用、余额"}
        disabled={check.isPending}
        onPick={handlePick}
      />
      {check.data && <Checked check={check.data} />}
      {!file && <Typography.Text type="secondary">请先选择文件，检查无误后再登记。</Typography.Text>}
    </FormDialog>
  );
}

function Checked({ check }: { check: FundStatementCheckDto }) {
  const { rowCount, changedCount, newCount, differenceFen, balanceFen, faultCount, faults } = check;
  const words =
    faults.length > 0
      ? `${rowCount} 行中有 ${faultCount} 行有误，改正后重新选择文件；有一行有误就都不登记`
      : `${rowCount} 行无误：${changedCount} 户有变动（其中新开户 ${newCount} 户），余额合计变动 ${formatFen(differenceFen)} 元，对账单余额合计 ${formatFen(balanceFen)} 元`;
  return (
    <>
      <Alert
        style={{ marginTop: 12 }}
        type={faults.length > 0 ? "error" : changedCount === 0 ? "info" : "success"}
        showIcon
        title={words}
      />
      <RowFaults faults={faults} named={["roomCode", "房号"]} />
      {faultCount > faults.length && <p>只列出前 {faults.length} 行。</p>}
    </>
  );
}
