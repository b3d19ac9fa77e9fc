import { useMutation } from "@tanstack/react-query";
import type { PreferencesDto, SavePreferencesDto } from "@linli/contracts";
import { contactWayLabels, languageLabels } from "@linli/contracts/enums";
import { Button, Card, Checkbox, Input, Select } from "antd";
import { Can } from "../../components/can";
import { DescriptionList } from "../../components/description-list";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { labelOf, optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { savePreferences } from "./details.queries";

/** How a customer wants to be spoken to. */
export function PreferencesCard({ customerId, preferences }: { customerId: string; preferences: PreferencesDto }) {
  const { mutateAsync } = useMutation(savePreferences(useProjectId(), customerId));
  return (
    <Card
      size="small"
      className="section-card"
      title="联系偏好"
      extra={
        <Can do="customer:write">
          <FormDialog<SavePreferencesDto>
            name="preferences"
            title="联系偏好"
            dto="SavePreferencesDto"
            kind="modal"
            trigger={
              <Button size="small" aria-label="修改联系偏好">
                修改
              </Button>
            }
            initialValues={preferences}
            onFinish={mutateAsync}
          >
            <Field name="contactWay">
              <Select allowClear options={optionsOf(contactWayLabels)} />
            </Field>
            <Field name="contactHours">
              <Input placeholder="例如：工作日 18:00 以后" autoComplete="off" />
            </Field>
            <Field name="language">
              <Select allowClear options={optionsOf(languageLabels)} />
            </Field>
            <Field name="noMarketing" valuePropName="checked" label={null}>
              <Checkbox>不接收营销信息</Checkbox>
            </Field>
          </FormDialog>
        </Can>
      }
    >
      <DescriptionList
        columns={4}
        items={[
          ["联系方式", labelOf(contactWayLabels, preferences.contactWay)],
          ["联系时间", preferences.contactHours],
          ["语言", labelOf(languageLabels, preferences.language)],
          ["营销信息", preferences.noMarketing ? "不接收" : "可接收"],
        ]}
      />
    </Card>
  );
}
