import type { ApplyForAccessDto } from "@linli/contracts";
import { normalisePhone } from "@linli/contracts/enums";
import { useMutation } from "@tanstack/react-query";
import { Button, Input, Result } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Field } from "../../components/field";
import { PageForm } from "../../components/page-form";
import { applyForAccess } from "./auth.queries";
import { EntryCard } from "./entry-card";

/** Somebody without an account asks for one; an administrator decides (CRM-03). */
export function ApplyPage() {
  const { mutateAsync } = useMutation(applyForAccess);
  const [isSent, setSent] = useState(false);

  if (isSent) {
    return (
      <EntryCard title="申请开通">
        <Result
          status="success"
          title="申请已提交"
          subTitle="系统管理员审批后会联系您，并告知初始密码。"
          extra={
            <Link to="/sign-in">
              <Button type="primary">返回登录</Button>
            </Link>
          }
        />
      </EntryCard>
    );
  }
  return (
    <EntryCard title="申请开通" intro="请填写真实信息，由系统管理员审批。">
      <PageForm<ApplyForAccessDto>
        name="apply"
        dto="ApplyForAccessDto"
        onFinish={async (values) => {
          await mutateAsync(values);
          setSent(true);
        }}
        submitText="提交申请"
        extra={<Link to="/sign-in">返回登录</Link>}
      >
        <Field name="name" label="姓名">
          <Input autoComplete="name" />
        </Field>
        <Field name="mobile" label="手机号" normalize={normalisePhone}>
          <Input inputMode="tel" autoComplete="tel" />
        </Field>
        <Field name="wish" label="希望的管理区与角色">
          <Input placeholder="如：翠湖花园，收费员" />
        </Field>
        <Field name="reason" label="申请理由" extra="请写明部门、岗位和用途">
          <Input.TextArea rows={3} showCount maxLength={500} />
        </Field>
      </PageForm>
    </EntryCard>
  );
}
