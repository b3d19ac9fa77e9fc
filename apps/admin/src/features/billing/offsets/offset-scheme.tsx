import { useMutation, useQuery } from "@tanstack/react-query";
import type { OffsetSchemeDto } from "@linli/contracts";
import { offsetOrderLabels, offsetShortageLabels } from "@linli/contracts/enums";
import { Button, Radio, Switch } from "antd";
import { Can } from "../../../components/can";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { optionsOf } from "../../../lib/labels";
import { WHO_CONTROLS } from "../../../components/who-controls";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { offsetQueries, saveOffsetScheme } from "./offsets.queries";
import { FeeItemsSelect } from "../fee-item-select";

/** 使用方案: how the project uses what was paid ahead (BIL-61). */
export function OffsetSchemeDialog() {
  const projectId = useProjectId();
  const { data: scheme } = useQuery(offsetQueries.scheme(projectId));
  const { mutateAsync } = useMutation(saveOffsetScheme(projectId));
  const mayControl = useCan("billing:control-settings");
  if (!scheme) return null;
  return (
    <Can do="project:settings">
      <FormDialog<OffsetSchemeDto>
        name="offset-scheme"
        title="预收款使用方案"
        dto="OffsetSchemeDto"
        trigger={<Button>使用方案</Button>}
        note="专用预收先抵自己的项目，不够再用通用预收。每间房的预收只抵这间房、这位收费对象的费用；押金不冲抵。"
        initialValues={scheme}
        onFinish={mutateAsync}
      >
        <Field name="enabled" valuePropName="checked">
          <Switch />
        </Field>
        <Field name="onPublish" valuePropName="checked">
          <Switch />
        </Field>
        <Field name="daily" valuePropName="checked" extra="每天凌晨冲抵一次">
          <Switch />
        </Field>
        <Field name="feeItemIds" extra="排在前面的先抵；没有列出的项目排在最后">
          {/* deposits are never offset */}
          <FeeItemsSelect placeholder="按点选的先后排列" only={({ kind }) => kind !== "DEPOSIT"} />
        </Field>
        <Field name="onlyListed" valuePropName="checked">
          <Switch />
        </Field>
        <Field name="lateFees" valuePropName="checked" extra="已经入账的违约金；关闭时只冲抵费用本身">
          <Switch />
        </Field>
        <Field
          name="reviewedOnly"
          valuePropName="checked"
          extra={`收据没有审核的预收先不冲抵，见“收款审核”。${mayControl ? "" : WHO_CONTROLS}`}
        >
          <Switch disabled={!mayControl} />
        </Field>
        <Field name="order">
          <Radio.Group options={optionsOf(offsetOrderLabels)} />
        </Field>
        <Field name="shortage">
          <Radio.Group options={optionsOf(offsetShortageLabels)} />
        </Field>
        <Field name="chargeFrom">
          <DateInput />
        </Field>
        <Field name="chargeTo">
          <DateInput />
        </Field>
      </FormDialog>
    </Can>
  );
}
