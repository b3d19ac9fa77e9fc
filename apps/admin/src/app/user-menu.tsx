import {
  DownOutlined,
  LogoutOutlined,
  KeyOutlined,
  QuestionCircleOutlined,
  BulbOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ChangePasswordDialog } from "../features/auth/change-password-dialog";
import { signOut } from "../features/auth/auth.queries";
import { optionsOf } from "../lib/labels";
import { useSession } from "../lib/session";
import { themeModeLabels, useTheme, type ThemeMode } from "./theme";

/** Everything about oneself: password, looks, help, leaving. */
export function UserMenu() {
  const session = useSession();
  const navigate = useNavigate();
  const { mode, setMode } = useTheme();
  const [isPasswordOpen, setPasswordOpen] = useState(false);
  const { mutate: leave } = useMutation(signOut);

  const items = [
    { key: "who", label: session.mobile, disabled: true, icon: <UserOutlined /> },
    { type: "divider" as const },
    { key: "password", label: "修改密码", icon: <KeyOutlined />, onClick: () => setPasswordOpen(true) },
    {
      key: "theme",
      label: `主题：${themeModeLabels[mode]}`,
      icon: <BulbOutlined />,
      children: optionsOf(themeModeLabels).map(({ value, label }) => ({
        key: value,
        label: value === mode ? `${label} ✓` : label,
        onClick: () => setMode(value satisfies ThemeMode),
      })),
    },
    { key: "help", label: "帮助", icon: <QuestionCircleOutlined />, onClick: () => void navigate("/help") },
    { type: "divider" as const },
    { key: "leave", label: "退出登录", icon: <LogoutOutlined />, onClick: () => leave() },
  ];

  return (
    <>
      <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
        <Button type="text" className="user-menu" aria-label={`${session.name}，个人菜单`}>
          {session.name} <DownOutlined />
        </Button>
      </Dropdown>
      <ChangePasswordDialog open={isPasswordOpen} onOpenChange={setPasswordOpen} />
    </>
  );
}
