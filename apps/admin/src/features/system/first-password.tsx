import { Alert, App, Typography } from "antd";
import { DescriptionList } from "../../components/description-list";

/** Shows a generated password, this once; the dialog closes only by its button. */
export function useShowFirstPassword(): (person: { name: string; mobile: string }, password: string) => void {
  const { modal } = App.useApp();
  return ({ name, mobile }, password) =>
    void modal.success({
      title: "初始密码",
      okText: "已记下，关闭",
      width: 460,
      closable: false,
      keyboard: false,
      content: (
        <>
          <DescriptionList
            columns={1}
            items={[
              ["姓名", name],
              [
                "手机号",
                <span key="mobile" className="figures">
                  {mobile}
                </span>,
              ],
              [
                "初始密码",
                <Typography.Text
                  key="password"
                  code
                  copyable={{ text: password, tooltips: ["复制", "已复制"] }}
                  className="first-password"
                >
                  {password}
                </Typography.Text>,
              ],
            ]}
          />
          <Alert type="warning" showIcon title="只显示这一次，请当面或以安全方式告知本人；首次登录须修改。" />
        </>
      ),
    });
}
