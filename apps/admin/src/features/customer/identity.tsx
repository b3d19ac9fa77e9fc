import type { CustomerDetailDto, UnmaskedDto } from "@linli/contracts";
import { customerKindLabels, idTypeLabels, sexLabels } from "@linli/contracts/enums";
import { Alert, Button } from "antd";
import { DescriptionList } from "../../components/description-list";
import { labelOf } from "../../lib/labels";

/** The data of a customer, numbers masked unless `numbers` are given. */
export function Identity({
  customer,
  numbers,
  onHide,
}: {
  customer: CustomerDetailDto;
  numbers: UnmaskedDto | undefined;
  onHide: () => void;
}) {
  const isCompany = customer.kind === "COMPANY";
  const otherPhones = numbers?.otherPhones ?? customer.otherPhonesMasked;
  return (
    <>
      {numbers && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title="正在显示完整号码，本次查看已记录"
          action={
            <Button size="small" onClick={onHide}>
              隐藏
            </Button>
          }
        />
      )}
      <DescriptionList
        items={[
          ["客户编号", customer.number],
          [isCompany ? "公司名称" : "客户名称", customer.name],
          ["客户类型", customerKindLabels[customer.kind]],
          !isCompany && ["性别", labelOf(sexLabels, customer.sex)],
          ["证件名称", labelOf(idTypeLabels, customer.idType)],
          ["证件号码", <Digits key="id" text={numbers?.idNumber ?? customer.idNumberMasked} />],
          !isCompany && ["出生日期", customer.birthday],
          [isCompany ? "注册地址" : "户口所在地", customer.registeredPlace],
          ["手机", <Digits key="mobile" text={numbers?.mobile ?? customer.mobileMasked} />],
          ["家庭电话", <Digits key="home" text={numbers?.homePhone ?? customer.homePhoneMasked} />],
          ["其他电话", <Digits key="others" text={otherPhones.join("、")} />],
          ["紧急联络人", customer.emergencyName],
          [
            "紧急联络人电话",
            <Digits key="emergency" text={numbers?.emergencyPhone ?? customer.emergencyPhoneMasked} />,
          ],
          ["通讯地址", customer.address],
          [
            "最近核对",
            customer.confirmedOn ? [customer.confirmedOn, customer.confirmedByName].filter(Boolean).join(" ") : "从未",
          ],
          ["备注", customer.remark],
        ]}
      />
    </>
  );
}

const Digits = ({ text }: { text: string | null }) => <span className="figures">{text || "—"}</span>;
