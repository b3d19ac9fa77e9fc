import { useQuery } from "@tanstack/react-query";
import type { CustomerDetailDto } from "@linli/contracts";
import {
  customerKindLabels,
  idTypeLabels,
  type IdType,
  type NotCollected,
  readIdCard,
  sexLabels,
} from "@linli/contracts/enums";
import { Checkbox, Form, Input, Radio, Select, type FormInstance } from "antd";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { detailQueries } from "./details.queries";
import { demanded, documentRule, homePhoneRule, mobileRule, phoneRule, phonesRule } from "./document-rules";
import { KeptPhoneInput } from "./kept-phone-input";

const { CREDIT_CODE, OTHER, ...personalDocuments } = idTypeLabels;
const documentsOf = { PERSON: { ...personalDocuments, OTHER }, COMPANY: { CREDIT_CODE, OTHER } };
const { NONE: _none, ...personalSexes } = sexLabels;

/** What a form of a customer may hold; numbers of a stored customer are left out until they change. */
interface Values {
  kind?: "PERSON" | "COMPANY";
  idType?: IdType;
}

/**
 * The data of a customer himself (CUS-05…07). `family`: only what is demanded of family members; `known`: the stored
 * customer, whose numbers stay unless they are typed anew.
 */
export function IdentityFields({
  form,
  family,
  known,
}: {
  form: FormInstance;
  family: boolean;
  known?: CustomerDetailDto;
}) {
  const kind = (Form.useWatch("kind", form) as Values["kind"]) ?? "PERSON";
  const idType = Form.useWatch("idType", form) as IdType | undefined;
  const isCompany = kind === "COMPANY";
  const { data: fields } = useQuery(detailQueries.fields(useProjectId()));
  const collected = (field: NotCollected) => !fields?.notCollected.includes(field);
  const place = isCompany ? "注册地址" : "户口所在地";

  function handleKind() {
    const company = form.getFieldValue("kind") === "COMPANY";
    form.setFieldsValue({ idType: company ? "CREDIT_CODE" : "ID_CARD", sex: company ? "NONE" : undefined });
  }

  /** An ID card tells sex and birthday. */
  function handleIdNumber() {
    const card = idType === "ID_CARD" ? readIdCard(String(form.getFieldValue("idNumber") ?? "")) : null;
    if (card) form.setFieldsValue({ sex: card.sex, birthday: card.birthDate });
  }

  return (
    <>
      <Field name="kind" hidden={family && !known}>
        <Radio.Group options={optionsOf(customerKindLabels)} optionType="button" onChange={handleKind} />
      </Field>
      <div className="form-columns">
        <Field name="name" label={isCompany ? "公司名称" : "客户名称"} hidden={known !== undefined}>
          <Input autoComplete="off" />
        </Field>
        <Field name="idType" dependencies={["kind"]} hidden={Boolean(known?.idType)}>
          <Select options={optionsOf<string>(documentsOf[kind])} />
        </Field>
        {!known?.idNumberMasked && collected("idNumber") && (
          <Field
            name="idNumber"
            dependencies={["idType"]}
            rules={[...demanded(true, "请填写证件号码"), documentRule(idType)]}
          >
            <Input autoComplete="off" onChange={handleIdNumber} />
          </Field>
        )}
        {!isCompany && collected("sex") && (
          <Field name="sex">
            <Select options={optionsOf<string>(personalSexes)} />
          </Field>
        )}
        {!isCompany && (
          <Field name="birthday">
            <DateInput placeholder="身份证可自动带出" />
          </Field>
        )}
        {collected("registeredPlace") && (
          <Field name="registeredPlace" label={place} rules={demanded(!family, `请填写${place}`)}>
            <Input autoComplete="off" />
          </Field>
        )}
      </div>
      <PhoneFields family={family} known={known} collected={collected} />
      {isCompany && !known && (
        <Field name="contactName">
          <Input autoComplete="off" />
        </Field>
      )}
      <Field name="address">
        <Input autoComplete="off" />
      </Field>
      <Field name="remark">
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Field>
      <Field name="confirmed" valuePropName="checked" label={null}>
        <Checkbox>以上资料已与客户核对</Checkbox>
      </Field>
      {(isCompany || !collected("sex")) && <Field name="sex" hidden initialValue={known?.sex ?? "NONE"} />}
    </>
  );
}

/**
 * Telephones: at least one of mobile and home phone, unless he is only family. Those of a stored customer are kept on
 * his page.
 */
function PhoneFields({
  family,
  known,
  collected,
}: {
  family: boolean;
  known?: CustomerDetailDto;
  collected: (field: NotCollected) => boolean;
}) {
  const hasPhones = Boolean(known?.mobileMasked || known?.homePhoneMasked);
  return (
    <div className="form-columns">
      {!hasPhones && (
        <>
          <Form.Item noStyle dependencies={["homePhone"]}>
            {(form) => {
              const mustHave = !family && !form.getFieldValue("homePhone");
              const atLeastOne = demanded(mustHave, "手机和家庭电话至少填一项");
              return (
                <Field name="mobile" rules={[...atLeastOne, mobileRule]}>
                  <Input inputMode="tel" autoComplete="off" />
                </Field>
              );
            }}
          </Form.Item>
          <Field name="homePhone" rules={[homePhoneRule]}>
            <Input inputMode="tel" autoComplete="off" />
          </Field>
        </>
      )}
      {!known && (
        <Field name="otherPhones" rules={[phonesRule]}>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={[",", "，", " ", "、"]}
            placeholder="输入后按回车，可填多个"
          />
        </Field>
      )}
      {collected("emergencyName") && (
        <Field name="emergencyName" rules={demanded(!family, "请填写紧急联络人")}>
          <Input autoComplete="off" />
        </Field>
      )}
      {collected("emergencyPhone") && (
        <Field
          name="emergencyPhone"
          rules={[...demanded(!family && !known?.emergencyPhoneMasked, "请填写紧急联络人电话"), phoneRule]}
        >
          <KeptPhoneInput masked={known?.emergencyPhoneMasked ?? null} removable={false} />
        </Field>
      )}
    </div>
  );
}
