import { useMutation } from "@tanstack/react-query";
import type { FeeItemDto, SharePoolDto } from "@linli/contracts";
import {
  areaKindLabels,
  dueRuleLabels,
  meterKindLabels,
  roomPurposeLabels,
  shareMethodLabels,
  shareSourceLabels,
  shareVacancyLabels,
} from "@linli/contracts/enums";
import { Form, Input, InputNumber, Select, Switch } from "antd";
import type { ReactElement } from "react";
import { PeriodPicker } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { thisPeriod } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { DirectoryPicker } from "../bindings-directory-picker";
import { FeeItemSelect } from "../fee-item-select";
import { PublicMeterSelect } from "../meters/meter-select";
import { formOfPool, namedRooms, type PoolForm, roomNumbers, toSavePool } from "./share-pool-form-values";
import { savePool } from "./shares.queries";

const isShared = ({ kind, active }: FeeItemDto) => active && kind === "SHARED";

/** Creates a pool, or changes the one given. */
export function SharePoolForm({
  pool,
  trigger,
}: {
  pool?: SharePoolDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(savePool(useProjectId(), pool?.id));
  const named = namedRooms(pool);
  return (
    <FormDialog<PoolForm>
      name={pool ? `edit-pool-${pool.id}` : "create-pool"}
      title={pool ? `修改分摊项目 ${pool.name}` : "新建分摊项目"}
      dto="SaveSharePoolDto"
      width={640}
      trigger={trigger}
      initialValues={pool ? formOfPool(pool) : newPool()}
      note={pool?.inUse ? "已确认的月份按当时的规则，不随这里的修改变化。" : undefined}
      onFinish={(values) => mutateAsync(toSavePool(values, named))}
    >
      <Field name="name">
        <Input placeholder="例如：1 栋公共电费" />
      </Field>
      <Field name="purpose" extra="随分摊明细一起公示">
        <Input placeholder="例如：电梯和楼道照明用电" />
      </Field>
      <div className="form-columns">
        <Field name="feeItemId" extra="种类为“分摊”的收费项目">
          <FeeItemSelect only={isShared} placeholder="请选择" allowClear={false} style={{ width: "100%" }} />
        </Field>
        <Field name="startsPeriod" extra="从这个月起每月都要确认">
          <PeriodPicker allowClear={false} style={{ width: "100%" }} />
        </Field>
        <Field name="source">
          <Select options={optionsOf(shareSourceLabels)} />
        </Field>
        <Field name="unit">
          <Input placeholder="例如：kWh、m³" />
        </Field>
        <PublicMeter pool={pool} />
      </div>
      <Method named={named.length} />
      <div className="form-columns">
        <Field name="vacancy" extra="未售、已售未交、未入住和空闲的房间">
          <Select options={optionsOf(shareVacancyLabels)} />
        </Field>
        <Due />
      </div>
      <Basis />
      <Field name="active" valuePropName="checked" extra="停用后不再分摊">
        <Switch />
      </Field>
    </FormDialog>
  );
}

function newPool(): Partial<PoolForm> {
  return {
    method: "AREA",
    areaKind: "CHARGE",
    source: "AMOUNT",
    vacancy: "INCLUDE",
    dueRule: "DAY_OF_MONTH",
    dueDays: 20,
    startsPeriod: thisPeriod(),
    active: true,
  };
}

/** What the uses of a month are read from. */
function PublicMeter({ pool }: { pool?: SharePoolDto }) {
  const source = Form.useWatch<PoolForm["source"] | undefined>("source", Form.useFormInstance());
  if (source === undefined || source === "AMOUNT") return null;
  const chosen = pool?.meterId ? { value: pool.meterId, label: pool.meterNo ?? "" } : undefined;
  return (
    <Field
      name="meterId"
      extra={source === "LOSS" ? "总表用量减它下面各分表的用量；不选则每月填写" : "取这只表的本月用量；不选则每月填写"}
    >
      <PublicMeterSelect chosen={chosen} placeholder="每月填写用量" />
    </Field>
  );
}

function Method({ named }: { named: number }) {
  const method = Form.useWatch<PoolForm["method"] | undefined>("method", Form.useFormInstance());
  return (
    <>
      <div className="form-columns">
        <Field name="method" extra={method === "AREA" ? "没有约定时的法定方式" : "须有业主约定"}>
          <Select options={optionsOf(shareMethodLabels)} />
        </Field>
        <Field name="areaKind" hidden={method !== "AREA"}>
          <Select options={optionsOf(areaKindLabels)} />
        </Field>
        {method === "USE" && (
          <Field name="useMeterKind" extra="取各房间这种表的本月读数；不选则每月填写">
            <Select allowClear options={optionsOf(meterKindLabels)} placeholder="每月填写各房间用量" />
          </Field>
        )}
      </div>
      {method === "CUSTOM" ? (
        <Form.Item
          name="ratios"
          label="约定比例"
          required
          extra="每行一间：房号 百分比，可从 Excel 粘贴；合计必须是 100"
          rules={[{ validator: (_rule, text?: string) => wrongLines(text) }]}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} placeholder={"1-101 60\n1-102 40"} />
        </Form.Item>
      ) : (
        <>
          <div className="form-columns">
            <Form.Item
              label="楼栋与单元"
              name="directory"
              extra={named > 0 ? `逐间指定的 ${named} 间，另加这里选的` : "不选为整个管理区"}
            >
              <DirectoryPicker placeholder={named > 0 ? "只有逐间指定的房间" : undefined} />
            </Form.Item>
            <Form.Item label="房间用途" name="purposes" extra="不选为全部用途">
              <Select mode="multiple" allowClear options={optionsOf(roomPurposeLabels)} placeholder="全部用途" />
            </Form.Item>
          </div>
          <Form.Item label="不参与的房号" name="excludedRoomCodes" extra="用逗号、空格或换行分开">
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} placeholder="例如：1-101、1-102" />
          </Form.Item>
        </>
      )}
    </>
  );
}

function wrongLines(text?: string): Promise<void> {
  const { wrong } = roomNumbers(text);
  return wrong.length === 0 ? Promise.resolve() : Promise.reject(new Error(`这一行要写成“房号 数字”：${wrong[0]}`));
}

function Due() {
  const dueRule = Form.useWatch<PoolForm["dueRule"] | undefined>("dueRule", Form.useFormInstance());
  const inDays = dueRule === "DAYS_AFTER_ISSUE";
  return (
    <>
      <Field name="dueRule">
        <Select options={optionsOf(dueRuleLabels)} />
      </Field>
      <Field name="dueDays" label={inDays ? "天数" : "应缴日"} hidden={dueRule === "END_OF_PERIOD"}>
        <InputNumber
          precision={0}
          min={inDays ? 0 : 1}
          max={inDays ? 366 : 31}
          suffix={inDays ? "天" : "日"}
          style={{ width: "100%" }}
        />
      </Field>
    </>
  );
}

function Basis() {
  const source = Form.useWatch<PoolForm["source"] | undefined>("source", Form.useFormInstance());
  return (
    <Field
      name="legalBasis"
      extra={source === "LOSS" ? "损耗只有在合同或当地规定允许时才能向业主分摊" : undefined}
      rules={source === "LOSS" ? [{ required: true, message: "向业主分摊损耗必须填写约定依据" }] : []}
    >
      <Input placeholder="合同条款、业主大会决定或当地规定" />
    </Field>
  );
}
