import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { companyPermissions } from "@linli/contracts/enums";
import type { MembershipDto, MembershipInput } from "@linli/contracts";
import { useQuery } from "@tanstack/react-query";
import { Button, Flex, Form } from "antd";
import { Field } from "../../components/field";
import { ALL_PROJECTS, ProjectNameSelect } from "./project-name-select";
import { RoleSelect } from "./role-select";
import { roleQueries } from "./system.queries";

/** One row of the form: a role and where it counts. */
export interface MembershipRow {
  roleId?: string;
  projectId?: string;
}

/** What the API takes. */
export const toMembershipInputs = (rows: readonly MembershipRow[] = []): MembershipInput[] =>
  rows.map(({ roleId = "", projectId }) => ({ roleId, ...(projectId !== ALL_PROJECTS && { projectId }) }));

/** What the form shows of the roles a person has. */
export const toMembershipRows = (memberships: readonly MembershipDto[]): MembershipRow[] =>
  memberships.map(({ roleId, projectId }) => ({ roleId, projectId: projectId ?? ALL_PROJECTS }));

/** The roles of a person, one row each: role and project, or all projects. The form field is `memberships`. */
export function MembershipRows({ memberships = [] }: { memberships?: readonly MembershipDto[] }) {
  const form = Form.useFormInstance();
  const { data: roles = [] } = useQuery(roleQueries.options);
  const known = memberships.flatMap(({ projectId, projectName }) =>
    projectId && projectName ? [{ id: projectId, name: projectName }] : [],
  );
  const isOfCompany = (roleId: unknown) =>
    roles.some((role) => role.id === roleId && companyPermissions.some((right) => role.permissions.includes(right)));

  return (
    <Form.List name="memberships">
      {(fields, { add, remove }) => (
        <fieldset className="plain-fieldset">
          <legend>角色与管理区</legend>
          {fields.map((field, index) => (
            <Flex key={field.key} gap={8} align="start" wrap className="membership-row">
              <Field
                name={[field.name, "roleId"]}
                label="角色"
                className="membership-field"
                rules={[{ required: true, message: "请选择角色" }]}
                getValueFromEvent={(roleId: string) => {
                  if (isOfCompany(roleId)) form.setFieldValue(["memberships", field.name, "projectId"], ALL_PROJECTS);
                  return roleId;
                }}
              >
                <RoleSelect />
              </Field>
              <Form.Item noStyle dependencies={[["memberships", field.name, "roleId"]]}>
                {() => (
                  <Field
                    name={[field.name, "projectId"]}
                    label="管理区"
                    className="membership-field"
                    rules={[{ required: true, message: "请选择管理区" }]}
                  >
                    <ProjectNameSelect
                      withAll
                      known={known}
                      disabled={isOfCompany(form.getFieldValue(["memberships", field.name, "roleId"]))}
                    />
                  </Field>
                )}
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`去掉第 ${index + 1} 个角色`}
                className="membership-remove"
                onClick={() => remove(field.name)}
              />
            </Flex>
          ))}
          <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})}>
            添加角色
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
